package org.chainrule.link;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chainrule.derivation.Quantity;
import org.chainrule.document.Fault;
import org.chainrule.document.Reading;
import org.chainrule.engine.Network;
import org.chainrule.engine.Nudge;
import org.chainrule.notation.Numbers;
import org.chainrule.worksheet.Initialiser;
import org.chainrule.worksheet.RunSetup;
import org.chainrule.worksheet.Step;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;
import org.chainrule.worksheet.toy.ToyData;

/** The parts of a link that say something of the view, in the order in which they are written. */
final class ViewParts {
    private static final List<ViewPart<?>> ALL =
            List.of(
                    new ViewPart<>(
                            "step",
                            View::step,
                            View::withStep,
                            (step, _) -> step.key(),
                            (text, at) -> Step.of(text).filter(Step.of(at.worksheet())::contains)),
                    new ViewPart<>(
                            "sel",
                            View::selection,
                            View::withSelection,
                            (selection, _) -> selection.address(),
                            (text, at) ->
                                    Quantity.parse(text)
                                            .filter(q -> q.existsIn(at.worksheet().problem()))),
                    new ViewPart<>(
                            "sample",
                            View::sample,
                            View::withSample,
                            (sample, _) -> Integer.toString(sample + 1),
                            (text, at) -> sample(text, at.worksheet())),
                    new ViewPart<>(
                            "not",
                            View::notation,
                            View::withNotation,
                            (notation, _) -> NotationText.write(notation),
                            (text, _) -> NotationText.read(text)),
                    new ViewPart<>(
                            "digits",
                            View::digits,
                            View::withDigits,
                            (digits, _) -> Integer.toString(digits),
                            (text, _) -> integer(text, 2, 10)),
                    new ViewPart<>(
                            "lang",
                            View::language,
                            View::withLanguage,
                            (language, _) -> language.getLanguage(),
                            (text, _) -> language(text)),
                    new ViewPart<>(
                            "show",
                            View::showAll,
                            View::withShowAll,
                            (all, _) -> all ? "" : "steps",
                            (text, _) -> only("steps", text).map(_ -> false)),
                    new ViewPart<>(
                            "whole",
                            View::wholeLayers,
                            View::withWholeLayers,
                            (whole, _) -> whole ? "layers" : "",
                            (text, _) -> only("layers", text).map(_ -> true)),
                    new ViewPart<>(
                            "tab",
                            View::tab,
                            View::withTab,
                            (tab, _) -> tab.key(),
                            (text, _) -> View.Tab.of(text)),
                    new ViewPart<>(
                            "init",
                            View::initialiser,
                            View::withInitialiser,
                            (initialiser, _) -> initialiser.key(),
                            (text, _) -> Initialiser.of(text)),
                    new ViewPart<>(
                            Names.FROM,
                            View::example,
                            View::withExample,
                            (example, _) -> example,
                            (text, at) -> at.examples().find(text).map(_ -> text)),
                    new ViewPart<>(
                            "pin",
                            View::pin,
                            View::withPin,
                            PinText::write,
                            (text, at) -> PinText.read(text, at.worksheet())),
                    new ViewPart<>(
                            "toy",
                            View::toy,
                            View::withToy,
                            (toy, _) -> toy.key(),
                            (text, _) -> ToyData.of(text)),
                    new ViewPart<>(
                            "h",
                            View::nudge,
                            View::withNudge,
                            (h, _) -> Numbers.canonical(h),
                            (text, _) -> nudge(text)),
                    new ViewPart<>(
                            "names",
                            View::captions,
                            View::withCaptions,
                            (captions, _) -> CaptionText.write(captions),
                            (text, at) ->
                                    CaptionText.read(text)
                                            .filter(all ->
                                                    all.size()
                                                            == network(at.worksheet()).outputs())),
                    new ViewPart<>(
                            "ask",
                            View::asked,
                            View::withAsked,
                            (asked, _) -> asked.key(),
                            (text, at) -> AskedText.read(text, at.worksheet())),
                    new ViewPart<>(
                            "ans",
                            View::submission,
                            View::withSubmission,
                            (submission, _) -> SubmissionText.write(submission),
                            (text, _) -> SubmissionText.read(text)),
                    ofRun(
                            "run",
                            RunSetup::plan,
                            PlanText::withLength,
                            PlanText::length,
                            (text, _) -> PlanText.readLength(text)),
                    ofRun(
                            Names.UNTIL,
                            RunSetup::plan,
                            PlanText::withBounds,
                            PlanText::bounds,
                            (text, _) -> PlanText.readBounds(text)),
                    ofRun(
                            "pace",
                            RunSetup::pace,
                            RunSetup::withPace,
                            pace -> Integer.toString(pace),
                            (text, _) ->
                                    PlanText.integer(text, 1, 1_000)
                                            .filter(RunSetup.PACES::contains)),
                    ofRun(
                            "scale",
                            RunSetup::logarithmic,
                            RunSetup::withLogarithmic,
                            logarithmic -> logarithmic ? "log" : "",
                            (text, _) -> only("log", text).map(_ -> true)),
                    ofRun(
                            "map",
                            RunSetup::output,
                            RunSetup::withOutput,
                            output -> Integer.toString(output),
                            (text, at) ->
                                    PlanText.integer(text, 1, network(at.worksheet()).outputs())));

    private static final Map<String, ViewPart<?>> BY_KEY =
            ALL.stream().collect(Collectors.toUnmodifiableMap(ViewPart::key, part -> part));

    private ViewParts() {}

    private static <T> ViewPart<T> ofRun(
            String key,
            Function<RunSetup, T> get,
            BiFunction<RunSetup, T, RunSetup> set,
            Function<T, String> write,
            ViewPart.Read<T> read) {
        return new ViewPart<>(
                key,
                view -> get.apply(view.run()),
                (view, value) -> view.withRun(set.apply(view.run(), value)),
                (value, _) -> write.apply(value),
                read);
    }

    /** The keys of all. */
    static Set<String> keys() {
        return BY_KEY.keySet();
    }

    /** Those that say other than of the initial view. */
    static Map<String, String> write(View view, Worksheet worksheet) {
        Map<String, String> parts = new LinkedHashMap<>();
        ALL.forEach(part -> part.write(view, worksheet, parts));
        return parts;
    }

    /** {@code start} as {@code parts} change it. */
    static View read(
            View start,
            Map<String, String> parts,
            ViewPart.Place place,
            List<Reading.Refusal> notices) {
        View view = start;
        for (Map.Entry<String, String> part : parts.entrySet()) {
            String text = part.getValue();
            ViewPart<?> declared = Objects.requireNonNull(BY_KEY.get(part.getKey()));
            Optional<View> changed = declared.read(view, text, place);
            if (changed.isEmpty()) {
                notices.add(
                        new Reading.Refusal(
                                part.getKey(), Fault.of(Fault.Reason.VIEW, Escapes.shown(text))));
            }
            view = changed.orElse(view);
        }
        return view;
    }

    private static Network network(Worksheet worksheet) {
        return worksheet.problem().network();
    }

    private static Optional<Integer> sample(String text, Worksheet worksheet) {
        return integer(text, 1, worksheet.problem().samples().size()).map(sample -> sample - 1);
    }

    private static Optional<Locale> language(String text) {
        return only("en", text).or(() -> only("de", text)).map(Locale::of);
    }

    private static Optional<String> only(String known, String text) {
        return Optional.of(text).filter(known::equals);
    }

    private static Optional<Double> nudge(String text) {
        OptionalDouble h = Numbers.readCanonical(text);
        return Nudge.SIZES.stream()
                .filter(size -> h.isPresent() && h.getAsDouble() == size)
                .findFirst();
    }

    private static Optional<Integer> integer(String text, int least, int most) {
        return text.matches("[0-9]{1,4}")
                ? Optional.of(Integer.valueOf(text))
                        .filter(value -> value >= least && value <= most)
                : Optional.empty();
    }
}
