package id.lumbung.licensing.regime;

import id.lumbung.licensing.regime.page.RegimePage.Diagram;
import id.lumbung.platform.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws a procedure as a column of states: steps forward bow out at the right, steps back at the left, the further the
 * longer they are. The names of the steps stand in the table beside it.
 */
final class StateDiagram {
    private static final int WIDTH = 170;
    private static final int HEIGHT = 40;
    private static final int DOWN = 64;
    private static final int BOW = 34;
    private static final int EDGE = 16;

    private StateDiagram() {}

    static Diagram draw(Procedure procedure, Texts texts) {
        List<State> states = procedure.states();
        Map<String, Integer> rows = new LinkedHashMap<>();
        states.forEach(state -> rows.put(state.code(), rows.size()));
        int left = EDGE + BOW * states.size() / 2;
        List<Diagram.Box> boxes = new ArrayList<>();
        for (State state : states) {
            boxes.add(new Diagram.Box(
                    left,
                    EDGE + boxes.size() * DOWN,
                    WIDTH,
                    HEIGHT,
                    state.name().in(texts),
                    state.ended()));
        }
        List<Diagram.Arrow> arrows = new ArrayList<>();
        for (Transition step : procedure.transitions()) {
            int from = rows.getOrDefault(step.from(), 0);
            int to = rows.getOrDefault(step.to(), 0);
            arrows.add(arrow(boxes.get(from), boxes.get(to), Math.abs(to - from), to > from));
        }
        int width = left + WIDTH + EDGE + BOW * states.size();
        return new Diagram(width, 2 * EDGE + states.size() * DOWN, boxes, arrows);
    }

    /** Lines leave a box above its middle and arrive below it, so that they can be told apart. */
    private static Diagram.Arrow arrow(Diagram.Box from, Diagram.Box to, int span, boolean forward) {
        int x = forward ? from.x() + WIDTH : from.x();
        int bow = (forward ? 1 : -1) * BOW * Math.max(1, span);
        int startY = from.y() + HEIGHT / 2 + (forward ? 6 : -6);
        int endY = to.y() + HEIGHT / 2 + (forward ? -6 : 6);
        return new Diagram.Arrow(
                "M%d %d C%d %d %d %d %d %d".formatted(x, startY, x + bow, startY, x + bow, endY, x, endY));
    }
}
