package id.lumbung.licensing.licence.paper;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import id.lumbung.licensing.statement.QrCode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.Map;
import org.w3c.dom.Element;

/**
 * Draws {@code <object type="lumbung/qr" data="…">} as lines, not as a picture: sharp at any size, black on white, with
 * the quiet zone of four modules inside its box.
 */
public final class QrDrawer implements FSObjectDrawerFactory, FSObjectDrawer {
    private static final int QUIET = 4;

    @Override
    public FSObjectDrawer createDrawer(Element element) {
        return this;
    }

    @Override
    public boolean isReplacedObject(Element element) {
        return element.getAttribute("type").equals("lumbung/qr");
    }

    @Override
    public Map<Shape, String> drawObject(
            Element element,
            double x,
            double y,
            double width,
            double height,
            OutputDevice device,
            RenderingContext context,
            int dotsPerPixel) {
        QrCode code = QrCode.of(element.getAttribute("data"));
        device.drawWithGraphics(
                (float) x,
                (float) y,
                (float) width / dotsPerPixel,
                (float) height / dotsPerPixel,
                graphics -> draw(code, graphics, Math.min(width, height) / dotsPerPixel));
        return Map.of();
    }

    private static void draw(QrCode code, Graphics2D graphics, double side) {
        double module = side / (code.size() + 2 * QUIET);
        Path2D.Double dark = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (int row = 0; row < code.size(); row++) {
            int column = 0;
            while (column < code.size()) {
                if (!code.dark(column, row)) {
                    column++;
                    continue;
                }
                int end = column;
                while (end < code.size() && code.dark(end, row)) {
                    end++;
                }
                double left = (column + QUIET) * module;
                double right = (end + QUIET) * module;
                double top = (row + QUIET) * module;
                dark.moveTo(left, top);
                dark.lineTo(right, top);
                dark.lineTo(right, top + module);
                dark.lineTo(left, top + module);
                dark.closePath();
                column = end;
            }
        }
        graphics.setPaint(Color.BLACK);
        graphics.fill(dark);
    }
}
