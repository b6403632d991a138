package org.chainrule.export;

/** The lines of a program, indented in blocks. */
final class Lines {
    private final StringBuilder text = new StringBuilder();
    private int depth;

    void add(String... lines) {
        for (String line : lines) {
            text.append(line.isEmpty() ? "" : "    ".repeat(depth)).append(line).append('\n');
        }
    }

    void indented(Runnable block) {
        depth++;
        block.run();
        depth--;
    }

    String text() {
        return text.toString();
    }
}
