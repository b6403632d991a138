package org.chainrule.workbench.kit;

import java.util.stream.Collectors;
import org.chainrule.document.Reading;
import org.chainrule.link.Permalink;

/** What is wrong with a link, in the reader's language. */
public final class LinkDamage {
    private static final int MOST = 3;

    private LinkDamage() {}

    /** Empty where all of it could be shown. */
    public static String of(Permalink.Opened opened, Words words) {
        if (opened.refusals().isEmpty()) {
            return "";
        }
        String places =
                opened.refusals().stream()
                        .limit(MOST)
                        .map(refusal -> refusal.in(words.locale()))
                        .collect(Collectors.joining("; "));
        int more = opened.refusals().size() - MOST;
        String said = more > 0 ? words.of("link.more", places, more) : places;
        boolean refused = opened.reading() instanceof Reading.Refused;
        return words.of(refused ? "link.refused" : "link.view", said);
    }
}
