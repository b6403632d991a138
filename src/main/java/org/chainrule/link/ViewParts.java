package org.chainrule.link;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.chainrule.derivation.Quantity;
import org.chainrule.document.Fault;
import org.chainrule.document.Reading;
import org.chainrule.engine.Nudge;
import org.chainrule.notation.Notation;
import org.chainrule.notation.Numbers;
import org.chainrule.worksheet.Initialiser;
import org.chainrule.worksheet.Step;
import org.chainrule.worksheet.ToyData;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;

/** The view as parts of a link: those alone that differ from the initial one. */
final class ViewParts {
    private ViewParts() {}

    static Map<String, String> write(View view, Worksheet worksheet) {
        Map<String, String> parts = new LinkedHashMap<>();
        View initial = View.INITIAL;
        if (view.step() != initial.step()) {
            parts.put("step", view.step().key());
        }
        if (view.selection() != null) {
            parts.put("sel", view.selection().address());
        }
        if (view.sample() != initial.sample()) {
            parts.put("sample", Integer.toString(view.sample() + 1));
        }
        if (view.notation() != initial.notation()) {
            parts.put("not", view.notation().key());
        }
        if (view.digits() != initial.digits()) {
            parts.put("digits", Integer.toString(view.digits()));
        }
        if (view.language() != null) {
            parts.put("lang", view.language().getLanguage());
        }
        if (!view.showAll()) {
            parts.put("show", "steps");
        }
        if (view.tab() != initial.tab()) {
            parts.put("tab", view.tab().key());
        }
        if (!view.initialiser().equals(initial.initialiser())) {
            parts.put("init", view.initialiser().key());
        }
        if (view.example() != null) {
            parts.put("from", view.example());
        }
        String pin = view.pin() == null ? null : PinText.write(view.pin(), worksheet);
        if (pin != null) {
            parts.put("pin", pin);
        }
        if (!view.toy().equals(initial.toy())) {
            parts.put("toy", view.toy().key());
        }
        if (view.nudge() != initial.nudge()) {
            parts.put("h", Numbers.canonical(view.nudge()));
        }
        if (!view.captions().isEmpty()) {
            parts.put("names", captions(view.captions()));
        }
        parts.putAll(RunParts.write(view.run()));
        return parts;
    }

    /** {@code start} as {@code parts} change it. */
    static View read(
            View start,
            Map<String, String> parts,
            Worksheet worksheet,
            Examples examples,
            List<Reading.Refusal> notices) {
        View view = start;
        for (Map.Entry<String, String> part : parts.entrySet()) {
            Optional<View> changed =
                    part(view, part.getKey(), part.getValue(), worksheet, examples);
            if (changed.isEmpty()) {
                notices.add(
                        new Reading.Refusal(
                                part.getKey(),
                                Fault.of(Fault.Reason.VIEW, Escapes.shown(part.getValue()))));
            }
            view = changed.orElse(view);
        }
        return view;
    }

    private static Optional<View> part(
            View view, String key, String value, Worksheet worksheet, Examples examples) {
        int samples = worksheet.problem().samples().size();
        return switch (key) {
            case "step" -> Step.of(value).filter(Step.of(worksheet)::contains).map(view::withStep);
            case "sel" ->
                    Quantity.parse(value)
                            .filter(q -> q.existsIn(worksheet.problem().network()))
                            .map(view::withSelection);
            case "sample" -> integer(value, 1, samples).map(s -> view.withSample(s - 1));
            case "not" -> Notation.of(value).map(view::withNotation);
            case "digits" -> integer(value, 2, 10).map(view::withDigits);
            case "lang" ->
                    value.equals("en") || value.equals("de")
                            ? Optional.of(view.withLanguage(Locale.of(value)))
                            : Optional.empty();
            case "show" ->
                    value.equals("steps") ? Optional.of(view.withShowAll(false)) : Optional.empty();
            case "tab" -> View.Tab.of(value).map(view::withTab);
            case "init" -> Initialiser.of(value).map(view::withInitialiser);
            case "from" -> examples.find(value).map(_ -> view.withExample(value));
            case "pin" -> PinText.read(value, worksheet).map(view::withPin);
            case "toy" -> ToyData.of(value).map(view::withToy);
            case "h" -> nudge(value).map(view::withNudge);
            case "names" -> captions(value, worksheet).map(view::withCaptions);
            default -> RunParts.read(view.run(), key, value, worksheet).map(view::withRun);
        };
    }

    /**
     * Captions as titles are written, between commas; their own punctuation is escaped, and an
     * empty one is a space that is, so that none is taken for a sentence's end behind the link.
     */
    private static String captions(List<String> captions) {
        return captions.stream().map(ViewParts::caption).collect(Collectors.joining(","));
    }

    private static String caption(String caption) {
        String text = Escapes.escape(caption);
        for (char mark : ",.;:!".toCharArray()) {
            text = text.replace(String.valueOf(mark), "*%02X".formatted((int) mark));
        }
        return text.isEmpty() ? "*20" : text;
    }

    private static Optional<List<String>> captions(String text, Worksheet worksheet) {
        List<String> captions = new ArrayList<>();
        for (String escaped : text.split(",", -1)) {
            String caption = Escapes.unescape(escaped);
            if (caption == null || caption.codePointCount(0, caption.length()) > View.CAPTION) {
                return Optional.empty();
            }
            captions.add(caption);
        }
        return Optional.of(captions)
                .filter(all -> all.size() == worksheet.problem().network().outputs());
    }

    private static Optional<Double> nudge(String text) {
        OptionalDouble h = Numbers.readCanonical(text);
        return Nudge.SIZES.stream()
                .filter(size -> h.isPresent() && h.getAsDouble() == size)
                .findFirst();
    }

    private static Optional<Integer> integer(String text, int least, int most) {
        if (!text.matches("[0-9]{1,4}")) {
            return Optional.empty();
        }
        int value = Integer.parseInt(text);
        return value >= least && value <= most ? Optional.of(value) : Optional.empty();
    }
}
