package org.chainrule.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainrule.document.Brought.Assumption;
import org.chainrule.document.Brought.Assumption.Kind;
import org.chainrule.engine.Forward;
import org.chainrule.engine.Layer;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Weights as libraries and lecturers keep them. The outputs that are expected were computed with
 * NumPy.
 */
class WeightFormsTest {
    /** A 2-2-2 network of tanh and sigmoid, which the weights take their activations from. */
    private static final Worksheet PRESENT = present("[[1,1],[1,1]]", "[[1,1],[1,1]]", 2);

    private static final String W1 = "[[0.5,-0.25],[1.5,0.75],[-1,2]]";
    private static final String B1 = "[0.1,-0.2,0.3]";
    private static final String W2 = "[[0.4,-0.6,0.8]]";
    private static final String B2 = "[-0.5]";
    private static final String KERNEL1 = "[[0.5,1.5,-1],[-0.25,0.75,2]]";
    private static final String KERNEL2 = "[[0.4],[-0.6],[0.8]]";
    private static final double OUTPUT = 0.32345607069932847;
    private static final double OUTPUT_WITHOUT_BIASES = 0.410551012630523;

    /** `W`, `b`, `K` and their numbers stand for the matrices, vectors and kernels above. */
    private static String json(String form) {
        return form.replace('`', '"')
                .replace("W1", W1)
                .replace("b1", B1)
                .replace("W2", W2)
                .replace("b2", B2)
                .replace("K1", KERNEL1)
                .replace("K2", KERNEL2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // PyTorch
                "{`0.weight`: W1, `0.bias`: b1, `2.weight`: W2, `2.bias`: b2}",
                "{`fc1.weight`: W1, `fc1.bias`: b1, `fc2.weight`: W2, `fc2.bias`: b2}",
                "{`net.0.bias`: b1, `net.2.bias`: b2, `net.2.weight`: W2, `net.0.weight`: W1}",
                "{`linear_relu_stack.2.weight`: W2, `linear_relu_stack.10.weight`: [[1]],"
                        + " `linear_relu_stack.0.weight`: W1, `linear_relu_stack.0.bias`: b1,"
                        + " `linear_relu_stack.2.bias`: b2, `linear_relu_stack.10.bias`: [0]}",
                "{`module.fc1.weight`: W1, `module.fc1.bias`: b1, `module.fc2.weight`: W2, `module.fc2.bias`: b2}",
                "{`model.layers.1.weight`: W2, `model.layers.1.bias`: b2, `model.layers.0.weight`: W1, `model.layers.0.bias`: b1}",
                "{`output.weight`: W2, `output.bias`: b2, `hidden.weight`: W1, `hidden.bias`: b1}",
                "{`state_dict`: {`fc1.weight`: W1, `fc1.bias`: b1, `out.weight`: W2, `out.bias`: b2}}",
                "{`epoch`: 3, `model_state_dict`: {`0.weight`: W1, `0.bias`: b1, `2.weight`: W2, `2.bias`: b2}, `optimizer_state_dict`: {`state`: {}, `param_groups`: []}, `loss`: 0.25}",
                "{`weights`: {`0.weight`: W1, `0.bias`: b1, `2.weight`: W2, `2.bias`: b2}}",
                "{`fc1`: {`weight`: W1, `bias`: b1}, `fc2`: {`weight`: W2, `bias`: b2}}",
                "[W1, b1, W2, b2]",
                "[[W1, b1], [W2, b2]]",
                // Keras, Flax
                "[K1, b1, K2, b2]",
                "[[K1, b1], [], [K2, b2]]",
                "[[], [K1, b1], [K2, b2]]",
                "{`dense`: [K1, b1], `dense_1`: [K2, b2]}",
                "{`dense_1`: [K2, b2], `flatten`: [], `dense`: [K1, b1]}",
                "{`dense/kernel:0`: K1, `dense/bias:0`: b1, `dense_1/kernel:0`: K2, `dense_1/bias:0`: b2}",
                "{`params`: {`Dense_1`: {`kernel`: K2, `bias`: b2}, `Dense_0`: {`kernel`: K1, `bias`: b1}}}",
                // scikit-learn
                "{`coefs_`: [K1, K2], `intercepts_`: [b1, b2]}",
                "{`intercepts`: [b1, b2], `coefs`: [K1, K2], `activation`: `tanh`}",
                "{`params`: {`coefs_`: [K1, K2], `intercepts_`: [b1, b2]}}",
                "[[K1, K2], [b1, b2]]",
                // written by hand
                "{`w1`: W1, `B1`: b1, `w2`: W2, `B2`: b2}",
                "{`weights_2`: K2, `bias_2`: b2, `weights_1`: K1, `bias_1`: b1, `lr`: 0.1}",
                "{`weights`: [W1, W2], `biases`: [b1, b2]}",
                // Nielsen, brain.js
                "{`sizes`: [2, 3, 1], `weights`: [W1, W2], `biases`: [[[0.1],[-0.2],[0.3]], [[-0.5]]], `cost`: `CrossEntropyCost`}",
                "{`type`: `NeuralNetwork`, `sizes`: [2, 3, 1], `layers`: [{`weights`: [], `biases`: []}, {`weights`: W1, `biases`: b1}, {`weights`: W2, `biases`: b2}], `trainOpts`: {}}",
            })
    void everyFormIsTheSameNetwork(String form) {
        Worksheet read = weights(json(form)).worksheet();
        assertThat(outputs(read)[0]).isCloseTo(expected(read, OUTPUT), within(1e-15));
    }

    /** The sigmoid of an output through one more neuron of weight 1, where a form has that. */
    private static double expected(Worksheet read, double output) {
        return read.problem().network().depth() == 2
                ? output
                : 1 / (1 + Math.exp(-Math.tanh(Math.log(output / (1 - output)))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[W1, W2] | ROWS", "[K1, K2] | COLUMNS", "{`coefs_`: [K1, K2]} | COLUMNS"},
            quoteCharacter = '\'')
    void theOnlyOrientationThatFitsIsTakenAndSaid(String form, Kind said) {
        Brought.Weights read = weights(json(form));
        assertThat(read.assumptions()).contains(new Assumption(said, List.of()));
        assertThat(outputs(read.worksheet())[0]).isCloseTo(OUTPUT_WITHOUT_BIASES, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "[[[0.2,0.4],[-0.6,0.8]], [[1,-2],[0.5,1.5]]]",
                "[[[0.2,0.4],[-0.6,0.8]], [0,0], [[1,-2],[0.5,1.5]], [0,0]]",
                "[[[[0.2,0.4],[-0.6,0.8]], [0,0]], [[[1,-2],[0.5,1.5]], [0,0]]]",
                "{`W1`: [[0.2,0.4],[-0.6,0.8]], `W2`: [[1,-2],[0.5,1.5]]}",
            })
    void whereBothFitItIsAskedAndTheAnswerIsTaken(String form) {
        String json = form.replace('`', '"');
        double[] rows = {0.7938318148114446, 0.16955547657774578};
        double[] columns = {0.5940653340566603, 0.0650352409767922};
        Brought.Either either = (Brought.Either) Brought.read(json, PRESENT);
        assertThat(outputs(either.asRows().worksheet())).containsExactly(rows, within(1e-15));
        assertThat(outputs(either.asColumns().worksheet())).containsExactly(columns, within(1e-15));
        assertThat(Brought.read(json, PRESENT, Orientation.ROWS)).isEqualTo(either.asRows());
        assertThat(Brought.read(json, PRESENT, Orientation.COLUMNS)).isEqualTo(either.asColumns());
        assertThat(either.asColumns().assumptions())
                .contains(new Assumption(Kind.COLUMNS, List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[[1,2],[2,5]]", "[[[3]],[[4]]]", "[[[1,2],[2,1]],[[0,7],[7,3]]]"})
    void nothingIsAskedWhereBothAreTheSame(String json) {
        assertThat(Brought.read(json, PRESENT)).isInstanceOf(Brought.Weights.class);
    }

    @Test
    void thePresentNetworksSizesDecideAndThatIsSaid() {
        String alternating = "[[[1,2],[3,4],[5,6]], [[1,2,3],[4,5,6]]]";
        Worksheet wide = present("[[1,1],[1,1],[1,1]]", "[[1,1,1],[1,1,1]]", 2);
        Worksheet narrow = present("[[1,1,1],[1,1,1]]", "[[1,1],[1,1],[1,1]]", 3);
        assertThat(weights(alternating, wide).assumptions())
                .containsExactly(new Assumption(Kind.ROWS_BY_SIZE, List.of("2-3-2", "3-2-3")));
        assertThat(weights(alternating, narrow).assumptions())
                .containsExactly(new Assumption(Kind.COLUMNS_BY_SIZE, List.of("3-2-3", "2-3-2")));
        assertThat(Brought.read(alternating, PRESENT)).isInstanceOf(Brought.Either.class);
    }

    static Stream<List<String>> orders() {
        return IntStream.range(0, 60)
                .mapToObj(seed -> {
                    List<String> keys =
                            new ArrayList<>(
                                    IntStream.range(0, 12)
                                            .boxed()
                                            .flatMap(l -> Stream.of(l + ".weight", l + ".bias"))
                                            .toList());
                    Collections.shuffle(keys, new Random(seed));
                    return keys;
                });
    }

    /** Layer l of twelve has the bias l. */
    @ParameterizedTest
    @MethodSource("orders")
    void aStateDictIsReadInAnyOrderOfItsKeys(List<String> keys) {
        for (String prefix : List.of("", "fc", "net.", "module.model.layers.", "block.0.fc")) {
            List<String> entries =
                    keys.stream()
                            .map(key ->
                                    "\"%s%s\": %s"
                                            .formatted(
                                                    prefix,
                                                    key,
                                                    key.endsWith("weight")
                                                            ? "[[1]]"
                                                            : "[" + key.split("\\.")[0] + "]"))
                            .toList();
            Worksheet read = weights("{" + String.join(",", entries) + "}").worksheet();
            assertThat(read.problem().network().layers())
                    .extracting(layer -> layer.biases().at(0))
                    .containsExactly(0., 1., 2., 3., 4., 5., 6., 7., 8., 9., 10., 11.);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                // named by their sizes alone
                "c:3-1 a:2-4 b:4-3 | a b c | ORDER_BY_SIZE",
                "a:2-4 b:4-3 c:3-1 | a b c | ",
                "alpha:2-2 beta:2-2 | alpha beta | ORDER_OF_SEVERAL",
                "beta:2-2 alpha:2-2 | beta alpha | ORDER_OF_SEVERAL",
                // the names tell where the sizes do not
                "output:2-2 hidden:2-2 | hidden output | ORDER_BY_SIZE",
                "hidden:2-2 input:2-2 output:2-2 | input hidden output | ORDER_BY_SIZE",
                "fc1:2-2 fc2:2-2 out:2-2 | fc1 fc2 out | ",
                "out:2-2 fc2:2-2 fc1:2-2 | fc1 fc2 out | ORDER_BY_SIZE",
                // numbers hold among those that are named alike
                "net.2:2-2 head:2-2 net.0:2-2 | net.0 net.2 head | ORDER_BY_SIZE",
                "b.1:2-3 a.1:3-1 a.0:3-3 | b.1 a.0 a.1 | ORDER_BY_SIZE",
                "block1.fc10:2-2 block1.fc9:2-2 block0.fc11:2-2 | block0.fc11 block1.fc9 block1.fc10 | ",
            })
    void layersAreChainedByTheirSizes(String given, String order, Kind said) {
        StringBuilder json = new StringBuilder();
        for (String layer : given.split(" ")) {
            String[] parts = layer.split("[:-]");
            int sources = Integer.parseInt(parts[1]);
            int neurons = Integer.parseInt(parts[2]);
            String row = Collections.nCopies(sources, "1").toString();
            json.append(json.isEmpty() ? "{" : ",")
                    .append(
                            "\"%s.weight\": %s"
                                    .formatted(parts[0], Collections.nCopies(neurons, row)))
                    .append(
                            ",\"%s.bias\": %s"
                                    .formatted(
                                            parts[0],
                                            Collections.nCopies(neurons, parts[0].hashCode())));
        }
        Brought.Weights read = weights(json + "}");
        assertThat(read.worksheet().problem().network().layers())
                .extracting(layer -> layer.biases().at(0))
                .containsExactlyElementsOf(
                        Stream.of(order.split(" ")).map(name -> (double) name.hashCode()).toList());
        List<Assumption> orders =
                read.assumptions().stream()
                        .filter(assumption -> assumption.kind().name().startsWith("ORDER"))
                        .toList();
        assertThat(orders)
                .isEqualTo(
                        said == null
                                ? List.of()
                                : List.of(new Assumption(said, List.of(order.split(" ")))));
    }

    @Test
    void whatIsLeftAsideIsNamed() {
        assertThat(
                        weights(
                                        json(
                                                "{`a`: 1, `b`: 2, `c`: 3, `d`: 4, `e`: 5, `f`: 6, `g`: 7,"
                                                        + " `state_dict`: {`0.weight`: W1}}"))
                                .assumptions())
                .contains(new Assumption(Kind.LEFT_ASIDE, List.of("2", "a", "b", "c", "d", "e")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "[[[1,2,3],[4,5,6]], [1,2,3,4]] | 1: 4 biases for 2 neurons",
                "[[[1,2],[3,4]], [[1],[2],[3]]] | 1/0: 1 weights for 2 sources",
                "{`coefs_`: [[[1,2]], [[3]]], `intercepts_`: [[1,2],[3]]} | coefs_/1: 1 rows for 2 sources",
                "{`coefs_`: [[[1,2],[3]]], `intercepts_`: [[1,2]]} | coefs_/0/1: 1 weights for 2 neurons",
                "{`coefs_`: [[[1,2]]], `intercepts_`: [[1,2],[3]]} | coefs_/1: missing",
                "{`coefs_`: [[[1,`2`]]], `intercepts_`: [[1,2]]} | coefs_/0/0/1: a number is wanted, not text",
                "{`state_dict`: {`0.weight`: [[1,null]]}} | state_dict/0.weight/0/1: a number is wanted, not null",
                "{`state_dict`: {`0.weight`: [[1]], `0.bias`: [1e400]}} | state_dict/0.bias/0: too large; numbers go up to 1.8 · 10³⁰⁸",
                "{`state_dict`: {`0.bias`: [1]}} | state_dict/0.weight: missing",
                "{`bn.weight`: [1,2], `bn.bias`: [1,2]} | bn.weight/0: a list is wanted, not a number",
                "{`sizes`: [2,1], `weights`: [[[1,2]]], `biases`: [[[1],[2]]]} | biases/0: 2 biases for 1 neurons",
            })
    void refusesWithThePlace(String json, String place) {
        assertThat(refused(json.replace('`', '"')).refusals())
                .extracting(Reading.Refusal::toString)
                .contains(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "null",
                "[]",
                "{}",
                "[1, 2]",
                "[[[[1, 2]]]]",
                "[[[[1]]], [[[2]]]]",
                "{`name`: `chainrule`, `version`: `1.0.0`, `dependencies`: {`a`: `^1`}}",
                "{`neurons`: [{`layer`: `input`, `bias`: 0.1}], `connections`: [{`from`: 0, `to`: 1, `weight`: 2}]}",
                "{`sizes`: [2, 3], `layers`: [{`x`: {}, `y`: {}}, {`0`: {`bias`: 1, `weights`: {`x`: 1, `y`: 2}}}]}",
                "{`modelTopology`: {`keras_version`: `2.4`}, `weightsManifest`: [{`paths`: [`a.bin`]}]}",
                "{`params`: {`lr`: 0.1}}",
                "{`weights`: 3}",
                "{`0.weight`: 3}",
                "[[[1]], [1], [2]]",
            })
    void whatIsNoneOfTheFormsGetsOneSentenceThatNamesThem(String json) {
        Brought.Refused refused = refused(json.replace('`', '"'));
        assertThat(refused.more()).isZero();
        assertThat(refused.refusals()).hasSize(1);
        assertThat(refused.refusals().getFirst().toString())
                .startsWith("neither a worksheet nor weights")
                .contains("PyTorch", "scikit-learn", "Keras");
        assertThat(refused.refusals().getFirst().in(Locale.GERMAN))
                .startsWith("weder ein Arbeitsblatt noch Gewichte");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "OrderedDict([('fc1.weight', tensor([[ 0.1,  0.2]])), ('fc1.bias', tensor([0.5]))]) | TORCH",
                "OrderedDict({'0.weight': tensor([[0.1, 0.2]], device='cuda:0')}) | TORCH",
                "{'fc1.weight': tensor([[0.1, 0.2]], requires_grad=True)} | TORCH",
                "tensor([[0.1, 0.2],⏎        [0.3, 0.4]]) | TORCH",
                "[tensor([[0.1]]), tensor([0.2])] | TORCH",
                "Parameter containing:⏎tensor([[0.1]], requires_grad=True) | TORCH",
                "Sequential(⏎  (0): Linear(in_features=2, out_features=3, bias=True)⏎) | TORCH",
                "[array([[0.1, 0.2]], dtype=float32), array([0., 0.], dtype=float32)] | KERAS",
                "[<tf.Variable 'dense/kernel:0' shape=(2, 3) dtype=float32, numpy=array([[1.]])>] | KERAS",
                "array([[0.1, 0.2],⏎       [0.3, 0.4]]) | ARRAY",
                "np.array([[0.1, 0.2]]) | ARRAY",
                "[[0.1 0.2]⏎ [0.3 0.4]] | ARRAY",
                "[[ 1.5e-01 -2.0e+00]⏎ [ 0. 1.]] | ARRAY",
                "{'W1': array([[0.1, 0.2]]), 'b1': array([0.])} | ARRAYS",
                "{'coefs_': [array([[0.1]])], 'intercepts_': [array([0.])]} | SCIKIT",
            })
    void whatPythonPrintsIsAnsweredWithTheLineThatMakesItReadable(String text, Python python) {
        assertThat(Brought.read(text.replace('⏎', '\n'), PRESENT))
                .isEqualTo(new Brought.Printed(python));
        assertThat(python.line()).startsWith("import json; print(json.dumps(").endsWith("))");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.1 0.2\n0.3 0.4",
                "x1,x2,y1\n1,2,3",
                "the tensor(s) of it",
                "{'a': 1}",
                "[NaN]",
                "arrays(",
                "[[1, 2], [3 4]]",
            })
    void whatIsNoPrintIsNotTakenForOne(String text) {
        assertThat(Python.printed(text)).isEmpty();
    }

    @Test
    void theLinesForPyTorchKerasAndScikitLearnAreTheirOwn() {
        assertThat(Python.TORCH.line())
                .contains("json.dumps({k: v.tolist() for k, v in model.state_dict().items()})");
        assertThat(Python.KERAS.line())
                .contains("json.dumps([w.tolist() for w in model.get_weights()])");
        assertThat(Python.SCIKIT.line()).contains("model.coefs_", "model.intercepts_");
    }

    static Stream<String> megabytes() {
        int size = 900_000;
        return Stream.of(
                "{" + keys("k%d", "1", size) + "}",
                "{" + keys("%d.weight", "[[1]]", size) + "}",
                "{" + keys("W%d", "[[1]]", size) + "}",
                "{" + keys("l%d", "[[[1]],[1]]", size) + "}",
                "{\"params\": {" + keys("a%d", "{\"kernel\":[[1]]}", size) + "}}",
                "{\"" + "a".repeat(size) + ".weight\": [[1]]}",
                "{\"" + ".weight".repeat(size / 7) + "\": [[1]]}",
                "[" + "[[1]],[1],".repeat(size / 10) + "[[1]]]",
                "[" + "[[[1]],[1]],".repeat(size / 12) + "[[[1]],[1]]]",
                "[[[1,2]]," + "[" + "[1],".repeat(size / 4) + "[1]]]",
                "[[" + "1,".repeat(size / 2) + "1]]",
                "[" + "[1],".repeat(size / 4) + "[1]]",
                "[" + "[],".repeat(size / 3) + "[1]]",
                "{\"coefs_\": [" + "[[1]],".repeat(size / 6) + "[[1]]]}",
                "{\"sizes\": 1, \"layers\": [" + "{},".repeat(size / 3) + "{}]}",
                "[" + "tensor(".repeat(size / 7),
                "[" + "1 ".repeat(size / 2),
                "[".repeat(size),
                " ".repeat(size) + "OrderedDict(",
                "a".repeat(size) + "(\n(");
    }

    private static String keys(String key, String value, int size) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < size; i++) {
            text.append(i == 0 ? "" : ",")
                    .append('"')
                    .append(key.formatted(i))
                    .append("\":")
                    .append(value);
        }
        return text.toString();
    }

    /** Quadratic work on a megabyte would take minutes. */
    @ParameterizedTest
    @MethodSource("megabytes")
    void aMegabyteOfAnythingIsAnsweredSoonAndBriefly(String text) {
        Brought brought =
                Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(20),
                        () -> Brought.read(text.getBytes(StandardCharsets.UTF_8), PRESENT, null));
        if (brought instanceof Brought.Refused refused) {
            assertThat(refused.refusals())
                    .hasSizeLessThanOrEqualTo(Places.MOST)
                    .allSatisfy(refusal -> assertThat(refusal.toString()).hasSizeLessThan(400));
        }
    }

    private static Worksheet present(String hidden, String out, int inputs) {
        String ones = Collections.nCopies(inputs, "1").toString();
        String targets = Collections.nCopies(out.split("],").length, "1").toString();
        String document =
                """
                {"version": 1, "inputs": %d, "samples": [{"x": %s, "y": %s}], "layers": [
                 {"name": "hid", "activation": "tanh", "weights": %s},
                 {"activation": "sigmoid", "weights": %s}]}\
                """
                        .formatted(inputs, ones, targets, hidden, out);
        return ((Reading.Good) WorksheetJson.read(document.getBytes(StandardCharsets.UTF_8)))
                .worksheet();
    }

    private static Brought.Weights weights(String json) {
        return weights(json, PRESENT);
    }

    private static Brought.Weights weights(String json, Worksheet present) {
        return (Brought.Weights) Brought.read(json, present);
    }

    private static Brought.Refused refused(String json) {
        return (Brought.Refused) Brought.read(json, PRESENT);
    }

    private static double[] outputs(Worksheet worksheet) {
        assertThat(worksheet.problem().network().layers())
                .extracting(Layer::activation)
                .last()
                .hasToString("SIGMOID");
        return new Forward(worksheet.problem().network()).outputs(0.5, -1.5).clone();
    }
}
