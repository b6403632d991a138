package org.chainrule.workbench.kit;

import java.util.List;
import java.util.stream.Collectors;
import org.chainrule.document.Reading;
import org.chainrule.link.Permalink;

/** What is wrong with a link, and what of it was left aside, in the reader's language. */
public final class LinkDamage {
    private static final int MOST = 3;

    private LinkDamage() {}

    /** Empty where all of it could be shown. */
    public static String of(Permalink.Opened opened, Words words) {
        String refused = refused(opened, words);
        String ignored = ignored(opened, words);
        return refused.isEmpty()
                ? ignored
                : ignored.isEmpty() ? refused : words.of("link.both", refused, ignored);
    }

    private static String refused(Permalink.Opened opened, Words words) {
        if (opened.refusals().isEmpty()) {
            return "";
        }
        String places =
                opened.refusals().stream()
                        .limit(MOST)
                        .map(refusal -> refusal.in(words.locale()))
                        .collect(Collectors.joining("; "));
        int more = opened.refusals().size() + opened.more() - MOST;
        String said = more > 0 ? words.of("link.more", places, more) : places;
        boolean refused = opened.reading() instanceof Reading.Refused;
        return words.of(refused ? "link.refused" : "link.view", said);
    }

    private static String ignored(Permalink.Opened opened, Words words) {
        List<String> names = opened.ignored().strange();
        if (names.isEmpty()) {
            return "";
        }
        String first = names.stream().limit(MOST).collect(Collectors.joining(", "));
        int more = names.size() - MOST + opened.ignored().more();
        return more > 0
                ? words.of("link.ignored.more", first, more)
                : words.of("link.ignored", first);
    }
}
