package org.chainrule.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.chainrule.RandomWorksheets;
import org.chainrule.Seeds;
import org.chainrule.document.Brought.Assumption;
import org.chainrule.document.Brought.Assumption.Kind;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Matrix;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Sample;
import org.chainrule.engine.Vector;
import org.chainrule.gallery.Gallery;
import org.chainrule.link.Permalink;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Documents and bare weights, as people bring them. */
class BroughtTest {
    private static final Worksheet FIRST = Gallery.first();

    @Seeds(200)
    void aDocumentComesBackWhole(long seed) {
        Worksheet worksheet = random(seed);
        assertThat(Brought.read(WorksheetJson.write(worksheet).toPrettyString(), FIRST))
                .isEqualTo(new Brought.Document(worksheet));
    }

    @Seeds(200)
    void aListOfMatricesComesBackBitForBit(long seed) {
        Worksheet worksheet = random(seed);
        assertThat(weights(matrices(worksheet).toString(), worksheet))
                .isEqualTo(fromZero(worksheet));
    }

    /** What an optimizer kept belongs to the weights before. */
    private static Worksheet fromZero(Worksheet worksheet) {
        Problem problem = worksheet.problem();
        return worksheet.with(problem.with(problem.state().restarted()));
    }

    @Seeds(200)
    void aStateDictComesBackBitForBitWhateverItsPrefix(long seed) {
        Worksheet worksheet = random(seed);
        for (String prefix : List.of("", "net.", "fc", "model.layers.h")) {
            for (boolean backwards : new boolean[] {false, true}) {
                assertThat(weights(stateDict(worksheet, prefix, backwards).toString(), worksheet))
                        .isEqualTo(fromZero(worksheet));
            }
        }
    }

    @Seeds(200)
    void weightsOfAnyShapeAreTakenIntoAnyWorksheet(long seed) {
        Worksheet from = random(seed);
        Worksheet into = weights(stateDict(from, "", false).toString(), random(~seed));
        List<Layer> layers = weighted(into);
        for (int l = 0; l < layers.size(); l++) {
            Layer layer = weighted(from).get(l);
            assertThat(layers.get(l).weights()).isEqualTo(layer.weights());
            assertThat(layers.get(l).biases()).isEqualTo(layer.biases());
        }
        assertThat(Gallery.open(Permalink.query(into)).reading()).isEqualTo(new Reading.Good(into));
    }

    @Test
    void oneMatrixIsANetworkOfOneLayer() {
        Worksheet read = weights("[[1, 2], [3, 4]]", FIRST);
        assertThat(read.problem().network().layers())
                .containsExactly(
                        new Layer(
                                "out",
                                Activation.SIGMOID,
                                Matrix.of(new double[] {1, 2}, new double[] {3, 4})));
        assertThat(read.problem().samples()).isEqualTo(FIRST.problem().samples());
    }

    @Test
    void whatIsNotSaidIsTakenFromThePresentWorksheetAndNamed() {
        String three = "[[[1,2,3]], [[4]], [[5],[6],[7]]]";
        Brought brought = Brought.read(three, FIRST);
        assertThat(brought).isInstanceOf(Brought.Weights.class);
        Worksheet read = ((Brought.Weights) brought).worksheet();
        assertThat(read.problem().network().layers())
                .extracting(Layer::name)
                .containsExactly("hid", "h2", "out");
        assertThat(read.problem().network().layer(1).activation()).isEqualTo(Activation.RELU);
        assertThat(read.problem().samples())
                .containsExactly(new Sample(Vector.of(1, 1, 0), Vector.of(0, 1, 0)));
        assertThat(((Brought.Weights) brought).assumptions())
                .containsExactly(
                        new Assumption(Kind.ROWS, List.of()),
                        new Assumption(Kind.ACTIVATION, List.of("relu", "h2")),
                        new Assumption(Kind.SAMPLES, List.of("2", "3", "2", "3")));
        assertThat(Brought.shape(read.problem().network())).isEqualTo("3-1-1-3");
    }

    @Test
    void biasesStayWhereTheyFitAndAreNotSpokenOf() {
        Worksheet biased =
                weights(
                        "{\"0.weight\":[[1,2],[3,4]],\"0.bias\":[1,2],\"2.weight\":[[1,2]],\"2.bias\":[3]}",
                        FIRST);
        Brought brought = Brought.read("[[[5,6],[7,8]],[[1,2],[3,4]]]", biased, Orientation.ROWS);
        assertThat(((Brought.Weights) brought).assumptions())
                .containsExactly(
                        new Assumption(Kind.ROWS, List.of()),
                        new Assumption(Kind.BIASES_KEPT, List.of("hid")),
                        new Assumption(Kind.BIASES_DROPPED, List.of("out")),
                        new Assumption(Kind.SAMPLES, List.of("2", "2", "1", "2")));
    }

    @Test
    void aNetworkTooLargeForPaperBecomesExact() {
        String row = "[" + "1,".repeat(32) + "1]";
        String matrix = "[" + (row + ",").repeat(31) + row + "]";
        Brought brought = Brought.read(matrix, FIRST, Orientation.ROWS);
        assertThat(((Brought.Weights) brought).worksheet().paper()).isNull();
        assertThat(((Brought.Weights) brought).assumptions())
                .extracting(Assumption::kind)
                .containsExactly(Kind.ROWS, Kind.SAMPLES, Kind.EXACT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"0.weight\":[[1,2]],\"2.weight\":[[1],[1,2,3]]} | 2.weight/1: 3 weights for 1 sources",
                "{\"0.weight\":[[1,2],[1,2]],\"2.weight\":[[1,2],[1,2,3]]} | 2.weight/1: 3 weights for 2 sources",
                "{\"0.weight\":[[1,2]],\"0.bias\":[1,2]} | 0.bias: 2 biases for 1 neurons",
                "{\"0.weight\":[[1,\"a\"]]} | 0.weight/0/1: a number is wanted, not text",
                "{\"a.bias\":[1]} | a.weight: missing",
                "{\"0.weight\":[1,2]} | 0.weight/0: a list is wanted, not a number",
                "{\"0.weight\":[[1]],\"step\":1} | step: unknown key; names end in .weight or .bias",
                "{\"weight\":[[1]],\"bias\":7} | bias: a list is wanted, not a number",
                "[[1,2],[3]] | 1: 1 weights for 2 sources",
                "[[[1,2]],[[1,2]]] | 1/0: 2 weights for 1 sources",
                "[[[1,2]],[[1e999]]] | 1/0/0: too large; numbers go up to 1.8 · 10³⁰⁸",
                "[[[]]] | 0/0: 0 weights; 1 … 64 inputs are possible",
                "{\"version\":1,\"0.weight\":[[1]]} | 0.weight: unknown key",
            })
    void refusesWithThePlace(String json, String place) {
        assertThat(refusals(json)).contains(place);
    }

    @Test
    void namesAllPlacesAtOnce() {
        assertThat(refusals("{\"0.weight\":[[1,null],[1]],\"0.bias\":[1],\"b\":1}")).hasSize(4);
    }

    @Test
    void namesEveryLimit() {
        String wide = "[[" + "1,".repeat(64) + "1]]";
        String tall = "[" + "[1],".repeat(64) + "[1]]";
        assertThat(refusals(wide)).containsExactly("0: 65 weights; 1 … 64 inputs are possible");
        assertThat(refusals(tall)).containsExactly("65 neurons; 1 … 64 are possible");
        String row = "[" + "1,".repeat(63) + "1]";
        String full = "[" + (row + ",").repeat(63) + row + "]";
        assertThat(refusals("[" + (full + ",").repeat(4) + full + "]"))
                .containsExactly("20480 parameters; 20000 at most");
        assertThat(refusals("[" + "[[1]],".repeat(12) + "[[1]]]"))
                .containsExactly("13 matrices; 1 … 12 are possible");
        assertThat(refusals("[" + " ".repeat(1 << 20) + "]")).containsExactly("1 MiB at most");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"0.weight\":1,\"0.weight\":1}", "[NaN]", "\ud800"})
    void whatIsNoJsonIsRefused(String text) {
        assertThat(Brought.read(text, FIRST)).isInstanceOf(Brought.Refused.class);
    }

    private static List<String> refusals(String json) {
        return Brought.read(json, FIRST) instanceof Brought.Refused(var refusals, _)
                ? refusals.stream().map(Reading.Refusal::toString).toList()
                : List.of();
    }

    private static Worksheet weights(String json, Worksheet present) {
        return switch (Brought.read(json, present)) {
            case Brought.Weights(var worksheet, _) -> worksheet;
            case Brought.Either(var rows, _) -> rows.worksheet();
            case Brought other -> throw new AssertionError(other);
        };
    }

    private static Worksheet random(long seed) {
        return RandomWorksheets.worksheet(new SplittableRandom(seed));
    }

    private static List<Layer> weighted(Worksheet worksheet) {
        return worksheet.problem().network().layers().stream()
                .filter(layer -> !layer.isWeightless())
                .toList();
    }

    private static ArrayNode matrices(Worksheet worksheet) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Layer layer : weighted(worksheet)) {
            list.add(matrix(layer.weights()));
        }
        return list;
    }

    private static ArrayNode matrix(Matrix matrix) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (int k = 0; k < matrix.rows(); k++) {
            rows.add(vector(matrix.row(k)));
        }
        return rows;
    }

    private static ArrayNode vector(double[] values) {
        ArrayNode row = JsonNodeFactory.instance.arrayNode();
        for (double value : values) {
            row.add(value);
        }
        return row;
    }

    /** Numbered 0, 2, 4 … as in {@code nn.Sequential}, the last first where {@code backwards}. */
    private static ObjectNode stateDict(Worksheet worksheet, String prefix, boolean backwards) {
        List<Layer> layers = weighted(worksheet);
        ObjectNode dict = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < layers.size(); i++) {
            int l = backwards ? layers.size() - 1 - i : i;
            String name = prefix + 2 * (l + 4);
            if (layers.get(l).biases() != null) {
                dict.set(name + ".bias", vector(layers.get(l).biases().toArray()));
            }
            dict.set(name + ".weight", matrix(layers.get(l).weights()));
        }
        return dict;
    }
}
