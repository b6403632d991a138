package org.chainrule.link;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Undoes what mail, chat and search do to a link on its way, before it is read strictly. Each
 * undoing takes away what no link is written with, so that a link which came through whole stays as
 * it is.
 */
final class Mending {
    /** How often one thing is undone that was done over and over. */
    private static final int DEPTH = 5;

    private static final Pattern ENCODED_PERCENT = Pattern.compile("%25(?=[0-9A-Fa-f]{2})");
    private static final Pattern ENTITY =
            Pattern.compile(
                    "&(?:(?:#|%23)(?:([0-9]{1,4})|[xX]([0-9A-Fa-f]{1,4}))|([A-Za-z]{2,4}))(?:;|%3[Bb])");
    private static final Pattern LINE_END = Pattern.compile("[\r\n]|%0[AaDd]");
    private static final Pattern NOT = Pattern.compile("(?:¬|%[Cc]2%[Aa][Cc])=");
    private static final String AFTER_LINK = " .,;:!?)>]}<\"'`|*_”’“‘»«›‹。，、；：！？）】」』》";

    private Mending() {}

    /** A link's text with its separators as they were. */
    static String text(String link) {
        return address(entities(separators(unfolded(percent(quotedPrintable(link))))));
    }

    /**
     * Quoted-printable, a mail's own encoding, left undecoded: {@code v=3D1}, and {@code =} at the
     * ends of its lines. A version that begins with 3D there is none of, and a link without a
     * version has no title.
     */
    private static String quotedPrintable(String text) {
        boolean quoted =
                text.contains("=3D")
                        && (parts(text).anyMatch("v=3D1"::equals)
                                || parts(text.replace("%26", "&"))
                                        .filter(part -> part.indexOf('=') >= 0)
                                        .allMatch(
                                                part -> part.startsWith("=3D", part.indexOf('='))));
        return quoted ? text.replaceAll("=(?!3D)[\r\n]*", "").replace("=3D", "=") : text;
    }

    /** Percent-encoding over percent-encoding: {@code %253A} for {@code %3A}. */
    private static String percent(String text) {
        String once = text;
        for (int i = 0; i < DEPTH && once.contains("%25"); i++) {
            once = ENCODED_PERCENT.matcher(once).replaceAll("%");
        }
        return once;
    }

    /** Line ends, which mail puts into what is longer than its lines. */
    private static String unfolded(String text) {
        return LINE_END.matcher(text).replaceAll("");
    }

    /**
     * A link encoded as if it were the value of another one: {@code v%3D1%26n%3D2}. In a title
     * beside other parts both may stand for themselves.
     */
    private static String separators(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        boolean one = text.indexOf('&') < 0;
        String split =
                parts(text)
                        .map(part ->
                                part.startsWith("t=") && !one ? part : part.replace("%26", "&"))
                        .collect(Collectors.joining("&"));
        return parts(split)
                .map(part -> part.indexOf('=') >= 0 ? part : equals(part))
                .collect(Collectors.joining("&"));
    }

    private static String equals(String part) {
        return part.replace("%3D", "=").replace("%3d", "=");
    }

    /**
     * HTML's entities, also over and over: an ampersand as {@code amp} or by its number; our own
     * name {@code not} that was taken for one.
     */
    private static String entities(String text) {
        String plain = text;
        for (int i = 0; i < DEPTH && plain.contains("&"); i++) {
            plain = ENTITY.matcher(plain).replaceAll(Mending::character);
        }
        return NOT.matcher(plain).replaceAll("&not=");
    }

    private static String character(MatchResult entity) {
        String decimal = entity.group(1);
        String hex = entity.group(2);
        int c =
                decimal != null
                        ? Integer.parseInt(decimal)
                        : hex != null ? Integer.parseInt(hex, 16) : named(entity.group(3));
        boolean plain = c >= ' ' && c <= '~' && c != '%';
        return Matcher.quoteReplacement(plain ? String.valueOf((char) c) : entity.group());
    }

    private static int named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "amp" -> '&';
            case "lt" -> '<';
            case "gt" -> '>';
            case "quot" -> '"';
            case "apos" -> '\'';
            case "nbsp" -> ' ';
            default -> -1;
        };
    }

    /** The whole address where its query alone belongs, or the mark that begins the query. */
    private static String address(String text) {
        int end = text.indexOf('=');
        String head = end < 0 ? text : text.substring(0, end);
        int mark = -1;
        for (String each : new String[] {"?", "#", "%3F", "%3f", "%23"}) {
            int at = head.lastIndexOf(each);
            mark = at < 0 ? mark : Math.max(mark, at + each.length());
        }
        return mark < 0 ? text : text.substring(mark);
    }

    private static Stream<String> parts(String text) {
        return Stream.of(text.split("&", -1));
    }

    /**
     * A name or a value but a title's: without characters that nobody sees and blanks beside
     * separators; with ASCII's minus for every dash. A blank between two digits stays, and is
     * refused: nobody knows whether 1 2 was 12.
     */
    static String value(String text) {
        StringBuilder value = new StringBuilder();
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int type = Character.getType(c);
            if (c == ' ' || c == '\t' || type == Character.SPACE_SEPARATOR) {
                blank = true;
            } else if (type != Character.FORMAT) {
                if (blank && divides(value, c)) {
                    value.append(' ');
                }
                blank = false;
                value.append(type == Character.DASH_PUNCTUATION || c == '−' ? '-' : c);
            }
        }
        return value.toString();
    }

    /** Whether a blank between {@code before} and {@code after} may divide two numbers. */
    private static boolean divides(CharSequence before, char after) {
        int length = before.length();
        if (length == 0 || ",;:~-".indexOf(before.charAt(length - 1)) >= 0) {
            return false;
        }
        return ",;:~".indexOf(after) < 0 && !lostPlus(before, after);
    }

    /** A plus is a blank in a query: {@code 1e+16} comes as {@code 1e 16}. */
    private static boolean lostPlus(CharSequence before, char after) {
        int length = before.length();
        return length > 1
                && before.charAt(length - 1) == 'e'
                && isDigit(before.charAt(length - 2))
                && isDigit(after);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /**
     * The last part of a link without the punctuation of the sentence that it stood in. Two points
     * or more are no sentence's end, but mark what was cut off. Some programs leave a link's own
     * last comma out of it: {@code until=0.01,}.
     */
    static String last(String name, String value) {
        int end = value.length();
        while (end > 0 && AFTER_LINK.indexOf(value.charAt(end - 1)) >= 0) {
            end--;
        }
        if (value.indexOf("..", end) >= 0) {
            return value;
        }
        String kept = value.substring(0, end);
        boolean bound = name.equals(Names.UNTIL) && !kept.isEmpty() && kept.indexOf(',') < 0;
        return bound ? kept + "," : kept;
    }

    /**
     * What of an address is the link: the text behind {@code #} where it has a part of the format,
     * else the query. An entity's number in a query puts the rest behind {@code #}.
     */
    static String of(String query, String fragment) {
        if (query.endsWith("&") && fragment.matches("(?s)(?:[0-9]{1,4}|[xX][0-9A-Fa-f]{1,4});.*")) {
            return query + "#" + fragment;
        }
        if (fragment.isEmpty() || query.isEmpty()) {
            return query + fragment;
        }
        boolean link =
                parts(text(fragment))
                        .map(part -> part.split("=", 2)[0])
                        .anyMatch(name -> Names.isOwn(value(name)));
        return link ? fragment : query + "&" + fragment;
    }
}
