package org.chainrule.workbench.kit;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chainrule.document.table.Block;

/** What is said of a block that was pasted into cells. */
public final class Pasted {
    private Pasted() {}

    /**
     * What was guessed or left out, in one line; empty where there is nothing to say.
     *
     * @param lost what is said of texts that found no cell, or empty
     */
    public static String said(Block block, String lost, Words words) {
        return Stream.concat(
                        block.remarks().stream().map(remark -> remark.in(words.locale())),
                        Stream.of(lost).filter(text -> !text.isEmpty()))
                .collect(Collectors.joining(" "));
    }
}
