package org.chainrule.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Rounding;
import org.chainrule.engine.OptimizerState;
import org.chainrule.notation.Numbers;
import org.chainrule.worksheet.Edit;
import org.chainrule.worksheet.Limits;
import org.chainrule.worksheet.Pin;
import org.chainrule.worksheet.TypedNumbers;
import org.chainrule.worksheet.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A pin as a part of a link: what of the worksheet was otherwise when it was pinned, such as {@code
 * w.hid.1.1:0.19,x.2~3:-1} (input 2 of sample 3), {@code exact}, {@code paper:2:3:delta}; {@code
 * same} where nothing was.
 */
final class PinText {
    /** More numbers than this are kept by the tab, and not written into its link. */
    static final int MOST = 200;

    private static final String SAME = "same";
    private static final String RELATIVE = "relative";
    private static final String EXACT = "exact";
    private static final String STATE = StateText.KEY + ":";
    private static final Pattern PAPER =
            Pattern.compile("paper:([0-9]{1,2}):([0-9]{1,2})((?::[a-z]{1,5}){0,2})");
    private static final Pattern NUMBER =
            Pattern.compile("([A-Za-z0-9.]{1,40})(?:~([1-9][0-9]{0,3}))?:([-0-9.e]{1,40})");

    private PinText() {}

    /** The text, or null where a link cannot carry the pin. */
    static @Nullable String write(Pin pin, Worksheet present) {
        Worksheet pinned = pin.worksheet();
        List<Ref> refs = TypedNumbers.differing(present, pinned).limit(MOST + 1).toList();
        if (refs.size() > MOST || !same(restored(refs, pinned, present), pinned)) {
            return null;
        }
        List<String> tokens = new ArrayList<>();
        if (pin.relative()) {
            tokens.add(RELATIVE);
        }
        if (!Objects.equals(pinned.paper(), present.paper())) {
            tokens.add(arithmetic(pinned.paper()));
        }
        if (!pinned.problem().state().equals(present.problem().state())) {
            tokens.add(STATE + StateText.inPin(pinned.problem()));
        }
        refs.forEach(ref -> tokens.add(number(ref, pinned.typed(ref))));
        return tokens.isEmpty() ? SAME : String.join(",", tokens);
    }

    private static Worksheet restored(List<Ref> refs, Worksheet pinned, Worksheet present) {
        Worksheet typed =
                edit(refs.stream().map(ref -> set(ref, pinned.typed(ref))).toList())
                        .apply(present)
                        .with(pinned.paper());
        return with(typed, pinned.problem().state());
    }

    private static Worksheet with(Worksheet worksheet, OptimizerState state) {
        return worksheet.with(worksheet.problem().with(state));
    }

    private static boolean same(Worksheet one, Worksheet other) {
        return one.problem().equals(other.problem());
    }

    private static String arithmetic(@Nullable Rounding paper) {
        return paper == null ? EXACT : PaperText.KEY + ":" + PaperText.write(paper, ":");
    }

    private static String number(Ref ref, double value) {
        String sample = ref.sample() > 0 ? "~" + (ref.sample() + 1) : "";
        return ref.quantity().address() + sample + ":" + Numbers.canonical(value);
    }

    private static Edit edit(List<? extends Edit> edits) {
        return new Edit.Several(edits);
    }

    private static Edit set(Ref ref, double value) {
        return new Edit.SetNumber(ref.quantity(), Math.max(0, ref.sample()), value);
    }

    /** The pin of {@code text}, or nothing where a token makes no sense on {@code present}. */
    static Optional<Pin> read(String text, Worksheet present) {
        String[] tokens = text.split(",", -1);
        if (tokens.length > MOST + 2) {
            return Optional.empty();
        }
        boolean relative = false;
        OptimizerState state = present.problem().state();
        List<Edit> edits = new ArrayList<>();
        for (String token : tokens) {
            if (token.equals(RELATIVE)) {
                relative = true;
            } else if (token.startsWith(STATE)) {
                Optional<OptimizerState> kept =
                        StateText.ofPin(token.substring(STATE.length()), present);
                if (kept.isEmpty()) {
                    return Optional.empty();
                }
                state = kept.get();
            } else if (!token.equals(SAME)) {
                Optional<Edit> edit = token(token, present);
                if (edit.isEmpty()) {
                    return Optional.empty();
                }
                edits.add(edit.get());
            }
        }
        return Optional.of(new Pin(with(edit(edits).apply(present), state), relative));
    }

    private static Optional<Edit> token(String token, Worksheet present) {
        if (token.equals(EXACT)) {
            return Optional.of(new Edit.SetArithmetic(null));
        }
        Matcher paper = PAPER.matcher(token);
        if (paper.matches()) {
            return paper(
                    Integer.parseInt(paper.group(1)),
                    Integer.parseInt(paper.group(2)),
                    paper.group(3),
                    present);
        }
        Matcher number = NUMBER.matcher(token);
        return number.matches() ? number(number, present) : Optional.empty();
    }

    private static Optional<Edit> paper(int decimals, int gradient, String way, Worksheet present) {
        boolean possible =
                Limits.allowPaper(present.problem())
                        && decimals <= Rounding.MOST
                        && gradient <= Rounding.MOST;
        List<String> fields = way.isEmpty() ? List.of() : List.of(way.substring(1).split(":", -1));
        return possible
                ? PaperText.way(new Rounding(decimals, gradient), fields)
                        .map(Edit.SetArithmetic::new)
                : Optional.empty();
    }

    private static Optional<Edit> number(Matcher token, Worksheet present) {
        OptionalDouble value = Numbers.readCanonical(token.group(3));
        int sample = token.group(2) == null ? 0 : Integer.parseInt(token.group(2)) - 1;
        if (value.isEmpty() || sample >= present.problem().samples().size()) {
            return Optional.empty();
        }
        return Quantity.parse(token.group(1))
                .filter(Quantity::isEditable)
                .filter(q -> q.existsIn(present.problem().network()))
                .filter(q -> sample == 0 || q.isOfSample())
                .map(q -> new Edit.SetNumber(q, sample, value.getAsDouble()));
    }
}
