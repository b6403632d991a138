package org.chainrule.workbench.practice;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.chainrule.gallery.Gallery;
import org.chainrule.link.Permalink;
import org.chainrule.notation.Numbers;
import org.chainrule.practice.ClassTable;
import org.chainrule.practice.Exercise;
import org.chainrule.workbench.kit.Words;
import org.chainrule.worksheet.View;

/** Result links as they were pasted, and what became of them: they are marked some at a time. */
final class Results {
    /** Links at most. */
    static final int MOST = 200;

    /** Parameters, times samples, times answers that are marked at a time. */
    private static final long SOME = 10_000;

    private final ClassTable table = new ClassTable();
    private final Deque<Pasted> waiting = new ArrayDeque<>();
    private final List<Integer> refused = new ArrayList<>();
    private int left;

    /** A line, from 1. */
    private record Pasted(int line, String link) {}

    /** Takes a link from each line that has one. */
    void read(String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty()) {
                continue;
            }
            if (waiting.size() == MOST) {
                left++;
            } else {
                waiting.add(new Pasted(i + 1, line));
            }
        }
    }

    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    ClassTable table() {
        return table;
    }

    /** Marks the next of them. */
    void mark(Numbers numbers) {
        for (long done = 0; done < SOME && isWaiting(); ) {
            done += mark(waiting.remove(), numbers);
        }
    }

    private long mark(Pasted pasted, Numbers numbers) {
        Permalink.Opened opened = Gallery.open(link(pasted.link()));
        View view = opened.view().on(opened.worksheet()).onPaper();
        if (!opened.refusals().isEmpty() || view.submission() == null) {
            refused.add(pasted.line());
            return 1;
        }
        Exercise exercise = new Exercise(opened.worksheet(), view);
        table.add(exercise, Objects.requireNonNull(view.submission()), numbers);
        return 1
                + (long) opened.worksheet().problem().network().parameters()
                        * opened.worksheet().problem().samples().size()
                        * view.submission().answers().size();
    }

    /** What of a line is the link: all behind the first mark of a query or a fragment. */
    private static String link(String line) {
        int fragment = line.indexOf('#');
        String before = fragment < 0 ? line : line.substring(0, fragment);
        int query = before.indexOf('?');
        return Permalink.of(
                query < 0 ? "" : before.substring(query + 1),
                fragment < 0 ? "" : line.substring(fragment + 1));
    }

    /** What could not be read, and what is still to be. */
    String told(Words words) {
        List<String> sentences = new ArrayList<>();
        if (isWaiting()) {
            sentences.add(words.of("class.waiting", waiting.size()));
        }
        if (!refused.isEmpty()) {
            sentences.add(
                    words.of(
                            "class.refused",
                            refused.size(),
                            refused.stream()
                                    .limit(10)
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(", "))));
        }
        if (left > 0) {
            sentences.add(words.of("class.left", left, MOST));
        }
        return String.join(" ", sentences);
    }
}
