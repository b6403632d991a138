package org.chainrule.link;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names of a link's parts, and those that other programs put beside them. */
final class Names {
    static final String TITLE = "t";
    static final String FROM = "from";
    static final String UNTIL = "until";

    private static final Set<String> WORKSHEET = WorksheetParts.keys();
    private static final Set<String> VIEW = ViewParts.keys();

    /** What the HTTP interface is told beside a link. */
    private static final Set<String> INTERFACE = Set.of("samples");

    private static final Pattern TRACKING =
            Pattern.compile("utm_[a-z_]+|fbclid|gclid|msclkid|mc_[a-z]+|si|ref");
    private static final Pattern NUMBERED = Pattern.compile("[A-Za-z][0-9]{1,4}");
    private static final int LONGEST = 8;

    private Names() {}

    static boolean isView(String name) {
        return VIEW.contains(name);
    }

    static boolean isOwn(String name) {
        String small = small(name);
        return WORKSHEET.contains(small)
                || isView(small)
                || LayerParts.KEY.matcher(small).matches();
    }

    static boolean isOfInterface(String name) {
        return INTERFACE.contains(name);
    }

    /** Put there to follow a reader, by programs that everybody knows. */
    static boolean isTracking(String name) {
        return TRACKING.matcher(name).matches();
    }

    /** The format has no capital letters: {@code V=1} is {@code v=1}. */
    static String small(String name) {
        return name.length() > LONGEST ? name : name.toLowerCase(Locale.ROOT);
    }

    /**
     * Whether a name may be meant for one of the format's own, so that leaving its part aside could
     * show another worksheet: {@code l7}, or one of three letters or more that is one letter off.
     */
    static boolean resemblesOwn(String name) {
        if (isTracking(name) || name.length() > LONGEST) {
            return false;
        }
        return NUMBERED.matcher(name).matches()
                || (name.length() >= 3
                        && Stream.concat(WORKSHEET.stream(), VIEW.stream())
                                .anyMatch(own -> isOneOff(small(name), own)));
    }

    /** One letter more, less or another, or two changed places. */
    private static boolean isOneOff(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        if (Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int same = 0;
        while (same < shorter && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        String rest = one.substring(same);
        String left = other.substring(same);
        return switch (Integer.signum(rest.length() - left.length())) {
            case 1 -> rest.substring(1).equals(left);
            case -1 -> left.substring(1).equals(rest);
            default -> rest.isEmpty() || tail(rest, 1).equals(tail(left, 1)) || swapped(rest, left);
        };
    }

    private static boolean swapped(String one, String other) {
        return one.length() > 1
                && one.charAt(0) == other.charAt(1)
                && one.charAt(1) == other.charAt(0)
                && tail(one, 2).equals(tail(other, 2));
    }

    private static String tail(String text, int from) {
        return text.substring(from);
    }
}
