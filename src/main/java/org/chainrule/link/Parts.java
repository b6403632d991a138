package org.chainrule.link;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chainrule.document.Fault;
import org.chainrule.document.Fault.Reason;
import org.chainrule.document.Reading;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a link, once what happened to it on its way is undone.
 *
 * @param worksheet those of the worksheet, and what may be meant for one
 * @param view those of the view
 * @param ignored the names of those that are no part of the format
 * @param refusals why there is no worksheet to be read
 * @param notices what of the view cannot be read
 */
record Parts(
        Map<String, String> worksheet,
        Map<String, String> view,
        Set<String> ignored,
        List<Reading.Refusal> refusals,
        List<Reading.Refusal> notices) {
    /** What a lenient decoder leaves of broken percent-encoding. */
    private static final char REPLACEMENT = '\ufffd';

    static Parts of(String query) {
        Parts parts =
                new Parts(
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        new LinkedHashSet<>(),
                        new ArrayList<>(),
                        new ArrayList<>());
        String[] pairs = Mending.text(query).split("&", 0);
        for (int i = 0; i < pairs.length; i++) {
            parts.add(pairs[i], i == pairs.length - 1);
        }
        return parts;
    }

    /**
     * Whether no worksheet is meant: there is nothing of one, or its version alone before a view.
     */
    boolean isBare() {
        return worksheet.isEmpty() || (!view.isEmpty() && worksheet.equals(Map.of("v", "1")));
    }

    private void add(String pair, boolean last) {
        int equals = pair.indexOf('=');
        String name = Escapes.decode(plus(equals < 0 ? pair : pair.substring(0, equals)));
        String value = equals < 0 ? "" : Escapes.decode(plus(pair.substring(equals + 1)));
        if (name == null || name.indexOf(REPLACEMENT) >= 0) {
            refuse(refusals, name == null ? "" : name, Reason.ENCODING, pair);
            return;
        }
        name = Mending.value(name);
        if (equals < 0 && last) {
            name = Mending.last("", name);
        }
        if (name.isEmpty() && value != null && value.isEmpty()) {
            return;
        }
        if (!Names.isOfInterface(name)) {
            put(Names.isOwn(name) ? Names.small(name) : name, value, pair, last);
        }
    }

    private void put(String name, @Nullable String value, String pair, boolean last) {
        boolean ofView = Names.isView(name);
        if (!Names.isOwn(name) && !Names.resemblesOwn(name)) {
            ignored.add(name);
        } else if (value == null || value.indexOf(REPLACEMENT) >= 0) {
            refuse(ofView ? notices : refusals, name, Reason.ENCODING, pair);
        } else if ((ofView ? view : worksheet).putIfAbsent(name, mended(name, value, last))
                != null) {
            refuse(ofView ? notices : refusals, name, Reason.GIVEN_TWICE);
        }
    }

    private static String mended(String name, String value, boolean last) {
        if (name.equals(Names.TITLE)) {
            return value;
        }
        String plain = Mending.value(value);
        return last ? Mending.last(name, plain) : plain;
    }

    /** A query's plus is a blank, as forms write it. */
    private static String plus(String text) {
        return text.replace('+', ' ');
    }

    private static void refuse(
            List<Reading.Refusal> to, String name, Reason reason, Object... values) {
        Object[] shown = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            shown[i] = Escapes.shown(values[i].toString());
        }
        to.add(new Reading.Refusal(Escapes.shown(name), Fault.of(reason, shown)));
    }
}
