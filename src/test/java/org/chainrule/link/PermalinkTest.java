package org.chainrule.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.chainrule.Doubles;
import org.chainrule.Notations;
import org.chainrule.RandomWorksheets;
import org.chainrule.Seeds;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Rounding;
import org.chainrule.document.Reading;
import org.chainrule.document.WorksheetJson;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Loss;
import org.chainrule.engine.Matrix;
import org.chainrule.engine.Network;
import org.chainrule.engine.Nudge;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Reduction;
import org.chainrule.engine.Sample;
import org.chainrule.engine.Vector;
import org.chainrule.gallery.Gallery;
import org.chainrule.notation.Notation;
import org.chainrule.worksheet.Edit;
import org.chainrule.worksheet.Step;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermalinkTest {
    @Seeds(500)
    void linksAndDocumentsBringEveryWorksheetBack(long seed) {
        Worksheet worksheet = RandomWorksheets.worksheet(new SplittableRandom(seed));
        String query = Permalink.query(worksheet);
        assertThat(query).matches("[A-Za-z0-9\\-._~,;:!*=&]+");
        assertThat(Gallery.open(query).reading()).isEqualTo(new Reading.Good(worksheet));
        List<String> parts = Arrays.asList(query.split("&"));
        Collections.shuffle(parts, new java.util.Random(seed));
        assertThat(Gallery.open(String.join("&", parts)).reading())
                .isEqualTo(new Reading.Good(worksheet));
        byte[] document =
                WorksheetJson.write(worksheet).toString().getBytes(StandardCharsets.UTF_8);
        assertThat(WorksheetJson.read(document)).isEqualTo(new Reading.Good(worksheet));
    }

    @Seeds
    void everyFiniteDoubleSurvives(long seed) {
        Worksheet worksheet =
                new Edit.SetNumber(Quantity.w("hid", 1, 1), 0, Doubles.finite(seed))
                        .apply(Gallery.first());
        assertThat(Gallery.open(Permalink.query(worksheet)).reading())
                .isEqualTo(new Reading.Good(worksheet));
    }

    /** Equal notations give one text, and each comes back from its own. */
    @Seeds(1_000)
    void linksBringEveryNotationBack(long seed) {
        Notation notation = Notations.random(new SplittableRandom(seed));
        View view = View.INITIAL.withNotation(notation);
        String query = Permalink.query(Gallery.first(), view);
        assertThat(query).matches("[A-Za-z0-9\\-._~,;:!*=&]+");
        assertThat(Gallery.open(query).view().notation()).isEqualTo(notation);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "textbook | textbook",
                "delta | delta",
                "sheet,w.W,p.z,z.a,loss.L | textbook",
                "textbook,dp.delta | delta",
                "textbook,p.z,z.o | textbook,z.o",
                "sheet,lr.eta | sheet,lr.eta",
                "net,y.d | net,y.d",
                "sheet,bias.theta,grad.change | sheet,bias.theta,grad.change",
                "classical | classical",
                // As it was before that preset wrote t − o.
                "classic | classical,grad.partial,dp.delta",
                "classic,lr.alpha | classical,lr.alpha,grad.partial,dp.delta",
                "sheet,w.w,p.net,z.o,loss.E,y.t,lr.eta,layers.none,neurons.through,order.source,dp.delta"
                        + " | classical,grad.partial,dp.delta"
            })
    void aNotationIsWrittenFromThePresetThatIsNearest(String read, String written) {
        String query = Permalink.query(Gallery.first());
        Permalink.Opened opened = Gallery.open(query + "&not=" + read);
        assertThat(Permalink.query(Gallery.first(), opened.view()))
                .isEqualTo(query + "&not=" + written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tape",
                "sheet,,w.W",
                "sheet,w",
                "sheet,w.V",
                "sheet,w.W.W",
                "sheet,w.W,w.w",
                "sheet,p.z",
                "textbook,layers.none",
                "",
                ","
            })
    void aNotationThatIsNoneIsNamedAndLeftOut(String text) {
        Permalink.Opened opened = Gallery.open(Permalink.query(Gallery.first()) + "&not=" + text);
        assertThat(opened.view()).isEqualTo(View.INITIAL);
        assertThat(opened.notices()).hasSize(1);
    }

    /** What is as on the sheet is not named; a link of before means what it meant. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2,3 | DZ | P",
                "2,3,delta | DELTA | P",
                "2,3,z | DZ | Z",
                "2,3,delta,z | DELTA | Z"
            })
    void theWayOfWorkingIsNamedWhereItIsNotTheSheets(
            String paper, Rounding.Writes writes, Rounding.Slope slope) {
        Worksheet worksheet = Gallery.first().with(new Rounding(2, 3, writes, slope));
        assertThat(Permalink.query(worksheet)).endsWith("&paper=" + paper);
        assertThat(Gallery.open(Permalink.query(worksheet)).worksheet()).isEqualTo(worksheet);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "2,3,4", "2,3,deltas", "2,3,delta,z,p", "2,3,dz,delta", "2,3,z,z"})
    void anotherWayIsRefused(String paper) {
        String query = Permalink.query(Gallery.first()).replaceFirst("paper=2,3", "paper=" + paper);
        assertThat(Gallery.open(query).refusals())
                .extracting(Reading.Refusal::at)
                .containsExactly("paper");
    }

    @Test
    void theZerosDiffer() {
        Worksheet plus = new Edit.SetNumber(Quantity.x(1), 0, 0.0).apply(Gallery.first());
        Worksheet minus = new Edit.SetNumber(Quantity.x(1), 0, -0.0).apply(Gallery.first());
        assertThat(Permalink.query(plus)).isNotEqualTo(Permalink.query(minus));
        assertThat(Gallery.open(Permalink.query(minus)).reading())
                .isEqualTo(new Reading.Good(minus));
    }

    @Test
    void whatTheOutputsStandForComesBack() {
        for (String last : List.of("a, b: größer *_&", "", "wow!", "etc.", "(x)", "-")) {
            View view = View.INITIAL.withCaptions(List.of("Iris-setosa", last));
            String query = Permalink.query(Gallery.first(), view);
            assertThat(query).matches("[A-Za-z0-9\\-._~,;:!*=&]+");
            assertThat(Gallery.open(query).view()).isEqualTo(view);
        }
        assertThat(Gallery.open("names=a").notices()).hasSize(1);
        assertThat(Gallery.open("names=a,*2").notices()).hasSize(1);
        assertThat(Gallery.open("names=a," + "b".repeat(41)).notices()).hasSize(1);
    }

    @Test
    void aMiddlingNetworkFitsIntoTwoThousandCharacters() {
        SplittableRandom random = new SplittableRandom(1);
        int[] sizes = {2, 8, 8, 1};
        List<Layer> layers = new java.util.ArrayList<>();
        for (int l = 1; l < sizes.length; l++) {
            double[][] weights = new double[sizes[l]][sizes[l - 1]];
            for (double[] row : weights) {
                Arrays.setAll(row, _ -> Math.rint(random.nextDouble(-9, 9) * 1e4) / 1e4);
            }
            double[] biases = new double[sizes[l]];
            Arrays.setAll(biases, _ -> Math.rint(random.nextDouble(-9, 9) * 1e4) / 1e4);
            layers.add(
                    new Layer(
                            l == 3 ? "out" : "h" + l,
                            Activation.TANH,
                            Matrix.of(weights),
                            Vector.of(biases)));
        }
        Problem problem =
                new Problem(
                        new Network(2, layers),
                        List.of(new Sample(Vector.of(0.1234, -0.5), Vector.of(1))),
                        Loss.SQUARED_ERROR,
                        Reduction.MEAN,
                        new Optimizer.Sgd(0.1));
        assertThat(Permalink.query(new Worksheet("A network", problem, null)))
                .hasSizeLessThan(2_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%zz",
                "v=1&t=%FF",
                "v=2&n=2",
                "v=1&v=1",
                "v=1&n=2&l1=hid:relu:1,2",
                "l3=1",
                "v=1&n=x"
            })
    void aDamagedLinkOpensTheFirstWorksheetAndSaysWhatWasWrong(String query) {
        Permalink.Opened opened = Gallery.open(query);
        assertThat(opened.worksheet()).isEqualTo(Gallery.first());
        assertThat(opened.refusals()).isNotEmpty();
    }

    @Test
    void percentEncodingByAChatProgramDoesNoHarm() {
        String query =
                Permalink.query(Gallery.first())
                        .replace(",", "%2C")
                        .replace(";", "%3b")
                        .replace(":", "%3A");
        assertThat(Gallery.open(query).reading()).isEqualTo(new Reading.Good(Gallery.first()));
    }

    @Test
    void theViewTravelsWithTheLinkAndIsIgnoredWhereOnlyTheWorksheetCounts() {
        View view =
                View.INITIAL
                        .withStep(Step.OUTPUT_WEIGHTS)
                        .withSelection(Quantity.dw("out", 1, 1))
                        .withShowAll(false);
        String query = Permalink.query(Gallery.first(), view);
        assertThat(Gallery.open(query).view()).isEqualTo(view);
        assertThat(Gallery.open("step=99&sel=nothing").reading())
                .isEqualTo(new Reading.Good(Gallery.first()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v=1&step=3&sel=dw.out.1.1", "sel=dw.out.1.1&v=1&step=3"})
    void aViewWithoutAWorksheetIsOneOfTheFirst(String query) {
        Permalink.Opened opened = Gallery.open(query);
        assertThat(opened.refusals()).isEmpty();
        assertThat(opened.worksheet()).isEqualTo(Gallery.first());
        assertThat(opened.view().step().key()).isEqualTo("3");
        assertThat(opened.view().selection()).isEqualTo(Quantity.dw("out", 1, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v=1", "v=2&step=3", "v=1&n=2&step=3", "v=&step=3"})
    void aWorksheetThatIsCutShortIsDamaged(String query) {
        assertThat(Gallery.open(query).refusals()).isNotEmpty();
    }

    @Test
    void theStepOfANudgeTravelsWithTheLink() {
        for (double h : Nudge.SIZES) {
            String query = Permalink.query(Gallery.first(), View.INITIAL.withNudge(h));
            assertThat(Gallery.open(query).view().nudge()).isEqualTo(h);
            assertThat(query.contains("&h=")).isEqualTo(h != View.INITIAL.nudge());
        }
        assertThat(Gallery.open("h=0.00001").view().nudge()).isEqualTo(1e-5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "0", "-0.01", "1e-9", "x", "", "NaN"})
    void aNudgeByWhatCannotBeChosenIsRefusedByName(String h) {
        Permalink.Opened opened = Gallery.open("h=" + h);
        assertThat(opened.view()).isEqualTo(View.INITIAL);
        assertThat(opened.notices()).extracting(Reading.Refusal::at).containsExactly("h");
        assertThat(opened.reading()).isEqualTo(new Reading.Good(Gallery.first()));
    }
}
