package org.chainrule.practice;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.chainrule.RandomWorksheets;
import org.chainrule.derivation.Derivation;
import org.chainrule.derivation.Form;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Rounding;
import org.chainrule.derivation.Walk;
import org.chainrule.derivation.Way;
import org.chainrule.engine.Problem;
import org.chainrule.worksheet.Worksheet;

/** Slips planted in random worksheets, each in the line of one number. */
final class Planted {
    /** Digits of an answer, so that no two slips meet by chance. */
    private static final MathContext SEVEN = new MathContext(7, RoundingMode.HALF_UP);

    private Planted() {}

    /** A slip in the line of a number, and what it gives there. */
    record Plant(Worksheet worksheet, Question question, Slip slip, double right, double wrong) {
        /** To 7 digits. */
        String exactly() {
            return new BigDecimal(Double.toString(wrong)).round(SEVEN).toPlainString();
        }

        /** At the worksheet's decimals. */
        String onPaper(Rounding rounding) {
            int decimals = rounding.decimalsOf(question.ref().quantity().kind());
            return new BigDecimal(Double.toString(wrong))
                    .setScale(decimals, RoundingMode.HALF_UP)
                    .toPlainString();
        }
    }

    static Worksheet worksheet(RandomGenerator random, Rounding paper) {
        Problem problem = RandomWorksheets.problem(random);
        return new Worksheet("", problem, paper);
    }

    /** Every question of a worksheet. */
    static List<Question> questions(Problem problem) {
        List<Question> all = new ArrayList<>();
        for (Ref ref : Walk.order(problem)) {
            boolean twice = !ref.equals(Question.canonical(problem, ref));
            boolean updated = ref.quantity().kind() == Kind.NW || ref.quantity().kind() == Kind.NB;
            if (!twice && !(updated && Derivation.isFrozen(problem, ref.quantity()))) {
                boolean named =
                        !ref.isBatch()
                                && (ref.quantity().isOfSample()
                                        ? problem.samples().size() > 1
                                        : problem.isReduced());
                String address = ref.quantity().address();
                all.add(new Question(named ? address + "~" + (ref.sample() + 1) : address, ref));
            }
        }
        return all;
    }

    /** All that can be planted in the line of a number of {@code worksheet}, where it is seen. */
    static List<Plant> in(Worksheet worksheet, Question question) {
        Problem problem = worksheet.problem();
        Lines lines = new Lines(problem);
        List<Plant> plants = new ArrayList<>();
        Carrying own = Carrying.own(worksheet);
        for (Form form : Form.values()) {
            Way way = World.way(own, form);
            World world = new World(lines, own, way, Map.of(), 1);
            Ref ref = question.ref();
            double right = world.base().line(ref);
            if (!Double.isFinite(right)) {
                continue;
            }
            for (Rewritten each : Rewrites.of(lines, way, ref)) {
                double wrong = world.base().of(each.formula());
                if (Double.isFinite(wrong)) {
                    plants.add(new Plant(worksheet, question, each.slip(), right, wrong));
                }
            }
            int place =
                    worksheet.paper() == null
                            ? Digits.magnitude(new BigDecimal(Double.toString(right))) - 6
                            : -worksheet.paper().decimalsOf(ref.quantity().kind());
            for (Writing.Wrong each :
                    new Writing(Digits.of(worksheet), place).of(ref, right, true)) {
                plants.add(new Plant(worksheet, question, each.slip(), right, each.value()));
            }
        }
        return plants;
    }

    /** Whether a verdict has {@code slip} among its first two. */
    static boolean isNamed(Verdict verdict, Slip slip) {
        return verdict instanceof Verdict.Slipped(var slips)
                && slips.stream()
                        .limit(2)
                        .anyMatch(each -> each.slip() == slip || each.also().contains(slip));
    }
}
