package org.chainrule.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.chainrule.engine.Backprop;
import org.chainrule.engine.Problem;
import org.chainrule.engine.training.Plan;
import org.chainrule.engine.training.Position;
import org.chainrule.engine.training.Training;
import org.chainrule.engine.training.Updates;
import org.chainrule.export.RunTable.Group;
import org.chainrule.gallery.Gallery;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run told update by update. */
class RunTableTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private static Worksheet worksheet(String key) {
        return Gallery.find(key).orElseThrow().worksheet();
    }

    private static List<Updates.Step> steps(String key, Plan plan, long done, int most) {
        return Updates.of(worksheet(key).problem(), plan, done, most, LONG);
    }

    /** The perceptron of OR in −1 and 1, from zero: only its first sample changes anything. */
    @Test
    void onlineInTheGivenOrder() {
        Problem problem = worksheet("perceptron").problem();
        Plan plan = new Plan(2, 1, 1).inGivenOrder();
        RunTable table = RunTable.of(problem, EnumSet.of(Group.P, Group.Z, Group.CHANGE));
        assertThat(table.csv(steps("perceptron", plan, 5, 1_000)))
                .isEqualTo(
                        """
                        epoch,update,samples,p.out.1,z.out.1,Dw.out.1.1,Dw.out.1.2,Db.out.1
                        1,1,1,0,-1,2,2,2
                        1,2,2,2,1,0,0,0
                        1,3,3,2,1,0,0,0
                        1,4,4,-2,-1,0,0,0
                        2,1,1,6,1,0,0,0
                        """
                                .replace("\n", "\r\n"));
    }

    @ParameterizedTest
    @CsvSource({"0, 3, true", "1, 9, true", "1, 9, false", "3, 5, true", "3, 5, false"})
    void everyStepIsTheRunsOwn(int batch, int done, boolean shuffled) {
        Problem problem = worksheet("xor").problem();
        Plan plan = new Plan(10, batch, 7);
        plan = shuffled ? plan : plan.inGivenOrder();
        Training training = new Training(problem, plan);
        for (Updates.Step step : steps("xor", plan, done, 1_000)) {
            assertThat(step.before().network()).isEqualTo(training.network());
            training.update();
            assertThat(step.after()).isEqualTo(training.network());
            assertThat(step.samples()).isEqualTo(training.samplesOfUpdates().getLast());
        }
        assertThat(training.updates()).isEqualTo(done);
    }

    /** Plain descent: what changes is the learning rate times the gradient of what was taken. */
    @Test
    void aChangeIsThatOfTheSamplesTaken() {
        Problem problem = worksheet("xor").problem();
        Plan plan = new Plan(10, 2, 7);
        for (Updates.Step step : steps("xor", plan, 6, 1_000)) {
            Problem taken =
                    step.before()
                            .in(problem)
                            .with(step.samples().stream().map(problem.samples()::get).toList());
            double updated = Backprop.run(taken).updatedWeight(0, 0, 0);
            assertThat(step.after().layer(0).weights().at(0, 0))
                    .isCloseTo(updated, org.assertj.core.api.Assertions.within(1e-14));
        }
    }

    @Test
    void laterUpdatesAreToldByEpochs() {
        Plan plan = new Plan(10, 1, 7);
        List<Updates.Step> steps = steps("xor", plan, 26, 6);
        assertThat(steps)
                .extracting(Updates.Step::epoch)
                .containsExactly(1, 1, 1, 1, 2, 2, 2, 3, 4, 5, 6, 7);
        assertThat(steps.get(6).start()).isEqualTo(new Position(1, 2, 4));
        assertThat(steps.getLast().update()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"en, epoch", "de, Epoche"})
    void latexHasARowForEach(String language, String epoch) {
        Worksheet worksheet = worksheet("perceptron");
        Plan plan = new Plan(1, 1, 1).inGivenOrder();
        String table =
                RunTable.of(worksheet.problem(), EnumSet.allOf(Group.class))
                        .latex(
                                steps("perceptron", plan, 4, 1_000),
                                worksheet,
                                View.INITIAL,
                                Locale.of(language));
        assertThat(table.lines()).hasSize(7);
        assertThat(table).startsWith("\\begin{longtable}").contains(epoch + " &", "\\Delta ");
        assertThat(table.lines().filter(line -> line.endsWith("\\\\")).map(RunTableTest::columns))
                .containsOnly(3 + 14);
    }

    private static int columns(String line) {
        return line.split(" & ", -1).length;
    }
}
