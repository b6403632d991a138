package org.chainrule.worksheet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.chainrule.derivation.Quantity;
import org.chainrule.notation.Notation;
import org.jspecify.annotations.Nullable;

/**
 * How a worksheet is looked at.
 *
 * @param step 0 the forward pass, 1 … 5 the sheet's steps
 * @param sample the sample on show, from 0
 * @param digits the decimals of exact numbers, 2 … 10
 * @param language the language that was chosen, or null for the browser's
 * @param showAll whether the results of later steps are shown too
 * @param tab what stands beside the network
 */
public record View(
        int step,
        @Nullable Quantity selection,
        int sample,
        Notation notation,
        int digits,
        @Nullable Locale language,
        boolean showAll,
        Tab tab) {
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

        static Optional<Tab> of(String key) {
            return Arrays.stream(values()).filter(tab -> tab.key().equals(key)).findFirst();
        }
    }

    public static final int LAST_STEP = 5;

    public static final View INITIAL =
            new View(0, null, 0, Notation.SHEET, 4, null, true, Tab.STEPS);

    public View withStep(int changed) {
        int step = Math.clamp(changed, 0, LAST_STEP);
        return new View(step, selection, sample, notation, digits, language, showAll, tab);
    }

    public View withSelection(@Nullable Quantity changed) {
        return new View(step, changed, sample, notation, digits, language, showAll, tab);
    }

    public View withSample(int changed) {
        return new View(step, selection, changed, notation, digits, language, showAll, tab);
    }

    public View withNotation(Notation changed) {
        return new View(step, selection, sample, changed, digits, language, showAll, tab);
    }

    public View withDigits(int changed) {
        return new View(
                step,
                selection,
                sample,
                notation,
                Math.clamp(changed, 2, 10),
                language,
                showAll,
                tab);
    }

    public View withLanguage(@Nullable Locale changed) {
        return new View(step, selection, sample, notation, digits, changed, showAll, tab);
    }

    public View withShowAll(boolean changed) {
        return new View(step, selection, sample, notation, digits, language, changed, tab);
    }

    public View withTab(Tab changed) {
        return new View(step, selection, sample, notation, digits, language, showAll, changed);
    }

    /** This view as far as {@code worksheet} has what it shows. */
    public View on(Worksheet worksheet) {
        Quantity kept =
                selection != null && selection.existsIn(worksheet.problem().network())
                        ? selection
                        : null;
        return withSelection(kept)
                .withSample(Math.clamp(sample, 0, worksheet.problem().samples().size() - 1));
    }
}
