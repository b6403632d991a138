package org.chainrule.link;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chainrule.document.Fault;
import org.chainrule.document.Reading;
import org.chainrule.worksheet.Limits;
import org.chainrule.worksheet.Pin;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;

/** A worksheet, and the view of it, as the query of a link on the app's own root. */
public final class Permalink {
    private static final String FROM = "from";
    private static final Set<String> VIEW =
            Stream.concat(
                            Stream.of(
                                    "step", "sel", "sample", "not", "digits", "lang", "show", "tab",
                                    "init", FROM, "pin", "toy", "h"),
                            RunParts.KEYS.stream())
                    .collect(Collectors.toUnmodifiableSet());
    private static final String TRACKING = "utm_[a-z_]+|fbclid|gclid|msclkid|mc_[a-z]+|si|ref";

    private Permalink() {}

    /** The worksheet's parts, canonical. */
    public static String query(Worksheet worksheet) {
        return join(LinkWriter.parts(worksheet));
    }

    /** The worksheet's parts and those of the view that differ from the initial one. */
    public static String query(Worksheet worksheet, View view) {
        Map<String, String> parts = new LinkedHashMap<>(LinkWriter.parts(worksheet));
        parts.putAll(ViewParts.write(view, worksheet));
        return join(parts);
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

    /** The parts of a query that cannot be read for broken percent-encoding. */
    public static List<Reading.Refusal> broken(String query) {
        List<Reading.Refusal> refusals = new ArrayList<>();
        Parts.split(query, new LinkedHashMap<>(), refusals);
        refusals.removeIf(refusal -> refusal.fault().reason() != Fault.Reason.ENCODING);
        return refusals;
    }

    /**
     * The worksheet and the view of a query.
     *
     * @param examples what a link opens that holds no worksheet
     */
    public static Opened read(String query, Examples examples) {
        Map<String, String> parts = new LinkedHashMap<>();
        List<Reading.Refusal> refusals = new ArrayList<>();
        Parts.split(query, parts, refusals);
        parts.keySet().removeIf(key -> key.matches(TRACKING));
        Map<String, String> view = new LinkedHashMap<>(parts);
        view.keySet().retainAll(VIEW);
        parts.keySet().removeAll(VIEW);
        refusals.removeIf(refusal -> VIEW.contains(refusal.at()));
        Reading reading =
                !refusals.isEmpty()
                        ? new Reading.Refused(refusals)
                        : parts.isEmpty() ? start(view, examples) : new LinkReader(parts).read();
        if (reading instanceof Reading.Refused) {
            view.remove(FROM);
        }
        List<Reading.Refusal> notices = new ArrayList<>();
        Worksheet worksheet = reading instanceof Reading.Good(var good) ? good : examples.first();
        View start =
                parts.isEmpty()
                        ? example(view, examples).map(Examples.Start::view).orElse(View.INITIAL)
                        : View.INITIAL;
        View opened = ViewParts.read(start, view, worksheet, examples, notices);
        return new Opened(reading, worksheet, opened, notices);
    }

    /** What a link without a worksheet opens: the example that it names, or the first worksheet. */
    private static Reading start(Map<String, String> view, Examples examples) {
        return view.containsKey(FROM)
                ? example(view, examples)
                        .<Reading>map(example -> new Reading.Good(example.worksheet()))
                        .orElseGet(() -> Reading.refused(FROM, Fault.of(Fault.Reason.EXAMPLE)))
                : new Reading.Good(examples.first());
    }

    private static Optional<Examples.Start> example(Map<String, String> view, Examples examples) {
        return Optional.ofNullable(view.get(FROM)).flatMap(examples::find);
    }

    /**
     * What a link opened.
     *
     * @param worksheet the worksheet of the link; the first one if it was refused
     * @param notices what the link says of the view and cannot be shown
     */
    public record Opened(
            Reading reading, Worksheet worksheet, View view, List<Reading.Refusal> notices) {
        public Opened {
            notices = List.copyOf(notices);
        }

        /** All that was wrong. */
        public List<Reading.Refusal> refusals() {
            List<Reading.Refusal> all = new ArrayList<>();
            if (reading instanceof Reading.Refused(var refusals)) {
                all.addAll(refusals);
            }
            all.addAll(notices);
            return all;
        }
    }
}
