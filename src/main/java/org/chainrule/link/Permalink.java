package org.chainrule.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chainrule.document.Fault;
import org.chainrule.document.Reading;
import org.chainrule.worksheet.Limits;
import org.chainrule.worksheet.Pin;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;

/** A worksheet, and the view of it, as the query of a link on the app's own root. */
public final class Permalink {
    private Permalink() {}

    /** The worksheet's parts, canonical. */
    public static String query(Worksheet worksheet) {
        return join(WorksheetParts.write(worksheet));
    }

    /** The worksheet's parts and those of the view that differ from the initial one. */
    public static String query(Worksheet worksheet, View view) {
        return query(query(worksheet), worksheet, view);
    }

    /** The same, where {@link #query(Worksheet)} is known. */
    public static String query(String known, Worksheet worksheet, View view) {
        String seen = join(ViewParts.write(view, worksheet));
        return seen.isEmpty() ? known : known + "&" + seen;
    }

    /** The link on the app's root: past 6,000 characters the text travels in the fragment. */
    public static String link(String query) {
        return (query.length() > Limits.QUERY ? "/#" : "/?") + query;
    }

    private static String join(Map<String, String> parts) {
        List<String> pairs = new ArrayList<>();
        parts.forEach((key, value) -> pairs.add(key + "=" + value));
        return String.join("&", pairs);
    }

    /**
     * Whether a link to {@code present} can carry {@code pin}: typed numbers and the arithmetic
     * alone, {@value PinText#MOST} numbers at most, make the one of the other. The title does not
     * count.
     */
    public static boolean carries(Pin pin, Worksheet present) {
        return PinText.write(pin, present) != null;
    }

    /** What of the query of an address, and of the text behind its {@code #}, is the link. */
    public static String of(String query, String fragment) {
        return Mending.of(query, fragment);
    }

    /** Whether all of a query's percent-encoding is whole. */
    public static boolean isDecodable(String query) {
        return Escapes.decode(query) != null;
    }

    /**
     * The worksheet and the view of a query.
     *
     * @param examples what a link opens that holds no worksheet
     */
    public static Opened read(String query, Examples examples) {
        Parts parts = Parts.of(query);
        Map<String, String> view = parts.view();
        boolean bare = parts.isBare();
        Reading reading =
                !parts.refusals().isEmpty()
                        ? Reading.Refused.of(parts.refusals())
                        : bare ? start(view, examples) : new LinkReader(parts.worksheet()).read();
        if (reading instanceof Reading.Refused) {
            view.remove(Names.FROM);
        }
        List<Reading.Refusal> notices = new ArrayList<>(parts.notices());
        Worksheet worksheet = reading instanceof Reading.Good(var good) ? good : examples.first();
        View start =
                bare
                        ? example(view, examples).map(Examples.Start::view).orElse(View.INITIAL)
                        : View.INITIAL;
        View opened = ViewParts.read(start, view, new ViewPart.Place(worksheet, examples), notices);
        return new Opened(reading, worksheet, opened, notices, Ignored.of(parts.ignored()));
    }

    /** What a link without a worksheet opens: the example that it names, or the first worksheet. */
    private static Reading start(Map<String, String> view, Examples examples) {
        return view.containsKey(Names.FROM)
                ? example(view, examples)
                        .<Reading>map(example -> new Reading.Good(example.worksheet()))
                        .orElseGet(
                                () -> Reading.refused(Names.FROM, Fault.of(Fault.Reason.EXAMPLE)))
                : new Reading.Good(examples.first());
    }

    private static Optional<Examples.Start> example(Map<String, String> view, Examples examples) {
        return Optional.ofNullable(view.get(Names.FROM)).flatMap(examples::find);
    }

    /**
     * What a link opened.
     *
     * @param worksheet the worksheet of the link; the first one if it was refused
     * @param notices what the link says of the view and cannot be shown
     * @param ignored the parts that are no part of the format
     */
    public record Opened(
            Reading reading,
            Worksheet worksheet,
            View view,
            List<Reading.Refusal> notices,
            Ignored ignored) {
        public Opened {
            notices = List.copyOf(notices);
        }

        /** What was wrong, as far as it is named. */
        public List<Reading.Refusal> refusals() {
            List<Reading.Refusal> all = new ArrayList<>();
            if (reading instanceof Reading.Refused(var refusals, _)) {
                all.addAll(refusals);
            }
            all.addAll(notices);
            return all;
        }

        /** How many places are wrong besides. */
        public int more() {
            return reading instanceof Reading.Refused(_, int more) ? more : 0;
        }
    }
}
