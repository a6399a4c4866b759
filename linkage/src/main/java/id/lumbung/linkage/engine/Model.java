package id.lumbung.linkage.engine;

import java.util.List;

/**
 * What an engine run needs of a set of lists: who the records are, how they are blocked and how compared.
 *
 * @param alsoPairs further candidates, {@code (long) smaller << 32 | larger}, sorted
 * @param withinLists whether two records of one list can be the same
 * @param facts what blocking rules could ask for
 * @param place where a record is, so that strangers are drawn from one place; 0 unknown
 */
public record Model(
        int size,
        String[] sources,
        byte[] source,
        String[] ids,
        int[] place,
        List<Rule> rules,
        List<Comparison> comparisons,
        boolean twoLevels,
        long[] alsoPairs,
        boolean withinLists,
        List<Fact> facts) {}
