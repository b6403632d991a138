package org.chainrule.worksheet;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.chainrule.engine.Network;

/** What layers may be called: a small letter and up to 11 small letters or digits. */
public final class Names {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{0,11}");
    private static final int LONGEST = 12;

    private Names() {}

    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** The next of {@code h1}, {@code h2}, … that no layer of {@code network} has. */
    public static String free(Network network) {
        return IntStream.rangeClosed(1, Limits.LAYERS + 1)
                .mapToObj(i -> "h" + i)
                .filter(name -> network.indexOf(name) < 0)
                .findFirst()
                .orElseThrow();
    }

    /**
     * A free name as near to {@code text} as the rule allows, if there is one: "Hidden 1" is
     * hidden1.
     */
    public static Optional<String> near(String text, Network network) {
        String plain =
                Normalizer.normalize(text, Normalizer.Form.NFKD)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "")
                        .replaceFirst("^[0-9]+", "");
        String name = plain.substring(0, Math.min(LONGEST, plain.length()));
        return isName(name) && network.indexOf(name) < 0 ? Optional.of(name) : Optional.empty();
    }
}
