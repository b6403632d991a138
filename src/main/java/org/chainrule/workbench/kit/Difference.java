package org.chainrule.workbench.kit;

import java.util.ArrayList;
import java.util.List;

/** How one text becomes another that is built alike: by a few short replacements. */
final class Difference {
    /** What is the same between two replacements, if no longer, is replaced as well. */
    private static final int NEAR = 6;

    /** The characters from {@code start} to {@code end} of the text before become {@code text}. */
    record Replacement(int start, int end, String text) {}

    private Difference() {}

    /** The replacements, from first to last, none touching another. */
    static List<Replacement> between(String before, String after) {
        List<Replacement> replacements = new ArrayList<>();
        int from = 0;
        int there = 0;
        int end = 0;
        int theirEnd = 0;
        boolean open = false;
        int at = 0;
        int now = 0;
        while (true) {
            int same = alike(before, at, after, now);
            at += same;
            now += same;
            if (at == before.length() || now == after.length()) {
                break;
            }
            int next = end(before, at);
            int theirNext = end(after, now);
            if (open && at - end > NEAR) {
                replacements.add(new Replacement(from, end, after.substring(there, theirEnd)));
                open = false;
            }
            if (!open) {
                from = at;
                there = now;
                open = true;
            }
            end = next;
            theirEnd = theirNext;
            at = next;
            now = theirNext;
        }
        if (at < before.length() || now < after.length()) {
            return List.of(middle(before, after));
        }
        if (open) {
            replacements.add(new Replacement(from, end, after.substring(there, theirEnd)));
        }
        return replacements;
    }

    /** How many characters both texts have alike from there on, in whole pieces. */
    private static int alike(String before, int at, String after, int now) {
        int most = Math.min(before.length() - at, after.length() - now);
        int alike = 0;
        while (alike < most && before.charAt(at + alike) == after.charAt(now + alike)) {
            alike++;
        }
        boolean goesOn = isPart(before, at + alike) || isPart(after, now + alike);
        while (goesOn && alike > 0 && isPart(before, at + alike - 1)) {
            alike--;
        }
        return alike;
    }

    private static boolean isPart(String text, int at) {
        return at < text.length() && isPart(text.charAt(at));
    }

    /** Where the piece that begins at {@code at} ends: a number or a word, or one sign. */
    private static int end(String text, int at) {
        int end = at;
        while (isPart(text, end)) {
            end++;
        }
        return end > at ? end : at + 1;
    }

    /** Halves of a pair of surrogates stay together. */
    private static boolean isPart(char sign) {
        return Character.isLetterOrDigit(sign)
                || Character.isSurrogate(sign)
                || sign == '.'
                || sign == '-'
                || sign == '−';
    }

    /** One replacement, of all that stands between the same beginning and the same end. */
    private static Replacement middle(String before, String after) {
        int most = Math.min(before.length(), after.length());
        int first = 0;
        while (first < most && before.charAt(first) == after.charAt(first)) {
            first++;
        }
        first -= isWithinPair(before, first) || isWithinPair(after, first) ? 1 : 0;
        int last = 0;
        while (last < most - first
                && before.charAt(before.length() - 1 - last)
                        == after.charAt(after.length() - 1 - last)) {
            last++;
        }
        int end = before.length() - last;
        int theirEnd = after.length() - last;
        if (isWithinPair(before, end) || isWithinPair(after, theirEnd)) {
            end++;
            theirEnd++;
        }
        return new Replacement(first, end, after.substring(first, theirEnd));
    }

    private static boolean isWithinPair(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
    }
}
