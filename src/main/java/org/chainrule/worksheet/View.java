package org.chainrule.worksheet;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.chainrule.derivation.Quantity;
import org.chainrule.engine.Nudge;
import org.chainrule.notation.Notation;
import org.chainrule.notation.Preset;
import org.chainrule.worksheet.toy.ToyData;
import org.jspecify.annotations.Nullable;

/**
 * How a worksheet is looked at.
 *
 * @param sample the sample on show, from 0
 * @param digits the decimals of exact numbers, 2 … 10
 * @param language the language that was chosen, or null for the browser's
 * @param showAll whether the results of later steps are shown too
 * @param wholeLayers whether each layer is worked out as a whole too, with vectors and matrices
 * @param tab what stands beside the network
 * @param initialiser where new weights come from
 * @param example the key of the gallery's worksheet whose note is shown, or null
 * @param pin what every number is compared with, or null
 * @param toy the toy data that are offered
 * @param nudge h, by which the selected parameter is nudged; one of {@link Nudge#SIZES}
 * @param captions what the outputs stand for, in their order; empty where that was not said
 * @param run how a training run is set up and looked at
 * @param asked what a student is to work out, or null
 * @param submission the answers that a student hands over, or null
 */
public record View(
        Step step,
        @Nullable Quantity selection,
        int sample,
        Notation notation,
        int digits,
        @Nullable Locale language,
        boolean showAll,
        boolean wholeLayers,
        Tab tab,
        Initialiser initialiser,
        @Nullable String example,
        @Nullable Pin pin,
        ToyData toy,
        double nudge,
        List<String> captions,
        RunSetup run,
        @Nullable Asked asked,
        @Nullable Submission submission) {
    /** What is done with the worksheet: a key of links and words. */
    public enum Tab {
        STEPS,
        BUILD,
        DATA,
        TRAIN,
        COMPARE;

        /** Its name in links. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Tab> of(String key) {
            return Arrays.stream(values()).filter(tab -> tab.key().equals(key)).findFirst();
        }
    }

    /** How many characters of a caption there are at most. */
    public static final int CAPTION = 40;

    public View {
        captions = captions.stream().map(String::strip).toList();
        if (!Nudge.SIZES.contains(nudge)) {
            throw new IllegalArgumentException("no nudge by " + nudge);
        }
    }

    public static final View INITIAL =
            new View(
                    Step.FORWARD,
                    null,
                    0,
                    Preset.SHEET.notation(),
                    4,
                    null,
                    true,
                    false,
                    Tab.STEPS,
                    new Initialiser.Xavier(1),
                    null,
                    null,
                    ToyData.INITIAL,
                    0.01,
                    List.of(),
                    RunSetup.INITIAL,
                    null,
                    null);

    public View withStep(Step changed) {
        return with(draft -> draft.step = changed);
    }

    /** The step is taken: the drawing is about it, and no more about the number selected before. */
    public View taking(Step there) {
        return there == step ? this : withStep(there).withSelection(null);
    }

    public View withSelection(@Nullable Quantity changed) {
        return with(draft -> draft.selection = changed);
    }

    public View withSample(int changed) {
        return with(draft -> draft.sample = changed);
    }

    public View withNotation(Notation changed) {
        return with(draft -> draft.notation = changed);
    }

    public View withDigits(int changed) {
        return with(draft -> draft.digits = Math.clamp(changed, 2, 10));
    }

    public View withLanguage(@Nullable Locale changed) {
        return with(draft -> draft.language = changed);
    }

    public View withShowAll(boolean changed) {
        return with(draft -> draft.showAll = changed);
    }

    public View withWholeLayers(boolean changed) {
        return with(draft -> draft.wholeLayers = changed);
    }

    public View withTab(Tab changed) {
        return with(draft -> draft.tab = changed);
    }

    public View withInitialiser(Initialiser changed) {
        return with(draft -> draft.initialiser = changed);
    }

    public View withExample(@Nullable String changed) {
        return with(draft -> draft.example = changed);
    }

    public View withPin(@Nullable Pin changed) {
        return with(draft -> draft.pin = changed);
    }

    public View withToy(ToyData changed) {
        return with(draft -> draft.toy = changed);
    }

    public View withNudge(double changed) {
        return with(draft -> draft.nudge = changed);
    }

    public View withCaptions(List<String> changed) {
        return with(draft -> draft.captions = changed);
    }

    public View withRun(RunSetup changed) {
        return with(draft -> draft.run = changed);
    }

    public View withAsked(@Nullable Asked changed) {
        return with(draft -> draft.asked = changed);
    }

    public View withSubmission(@Nullable Submission changed) {
        return with(draft -> draft.submission = changed);
    }

    /** This view where all is shown at once and nothing is pointed at. */
    public View onPaper() {
        return withShowAll(true).withSelection(null).withPin(null);
    }

    /** This view as far as {@code worksheet} has what it shows. */
    public View on(Worksheet worksheet) {
        Quantity kept =
                selection != null && selection.existsIn(worksheet.problem()) ? selection : null;
        return withSelection(kept)
                .withStep(step.on(worksheet))
                .withSample(Math.clamp(sample, 0, worksheet.problem().samples().size() - 1))
                .withCaptions(
                        captions.size() == worksheet.problem().network().outputs()
                                ? captions
                                : List.of())
                .withRun(run.on(worksheet))
                .withAsked(asked == null ? null : asked.on(worksheet))
                .withSubmission(asked == null ? null : submission);
    }

    private View with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.view();
    }

    /** A view on its way to the next: where a part that is added has to be named once more. */
    private static final class Draft {
        private Step step;
        private @Nullable Quantity selection;
        private int sample;
        private Notation notation;
        private int digits;
        private @Nullable Locale language;
        private boolean showAll;
        private boolean wholeLayers;
        private Tab tab;
        private Initialiser initialiser;
        private @Nullable String example;
        private @Nullable Pin pin;
        private ToyData toy;
        private double nudge;
        private List<String> captions;
        private RunSetup run;
        private @Nullable Asked asked;
        private @Nullable Submission submission;

        Draft(View view) {
            step = view.step;
            selection = view.selection;
            sample = view.sample;
            notation = view.notation;
            digits = view.digits;
            language = view.language;
            showAll = view.showAll;
            wholeLayers = view.wholeLayers;
            tab = view.tab;
            initialiser = view.initialiser;
            example = view.example;
            pin = view.pin;
            toy = view.toy;
            nudge = view.nudge;
            captions = view.captions;
            run = view.run;
            asked = view.asked;
            submission = view.submission;
        }

        View view() {
            return new View(
                    step,
                    selection,
                    sample,
                    notation,
                    digits,
                    language,
                    showAll,
                    wholeLayers,
                    tab,
                    initialiser,
                    example,
                    pin,
                    toy,
                    nudge,
                    captions,
                    run,
                    asked,
                    submission);
        }
    }
}
