package org.chainrule.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.chainrule.RandomWorksheets;
import org.chainrule.Seeds;
import org.chainrule.derivation.ExactValues;
import org.chainrule.derivation.Quantity;
import org.chainrule.document.Reading;
import org.chainrule.document.WorksheetJson;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Vector;
import org.chainrule.gallery.Gallery;
import org.chainrule.link.Permalink;
import org.chainrule.worksheet.advice.Objection;
import org.chainrule.worksheet.advice.Refusals;
import org.junit.jupiter.api.Test;

/** What edits of the structure change, and what they leave as it was. */
class StructureTest {
    private static final Initialiser INIT = new Initialiser.Xavier(3);

    private static Worksheet worksheet(long seed) {
        Worksheet worksheet = RandomWorksheets.worksheet(new SplittableRandom(seed));
        Problem problem = worksheet.problem();
        // What is kept of updates does not come back with the parameters that it was of.
        return new Worksheet(worksheet.title(), problem.with(problem.state().restarted()), null);
    }

    /** Every number that was typed, by its address; a sample's own with the sample's number. */
    private static Map<String, Double> typed(Worksheet worksheet) {
        Problem problem = worksheet.problem();
        Map<String, Double> numbers = new TreeMap<>();
        for (Layer layer : problem.network().layers()) {
            for (int k = 1; k <= layer.size(); k++) {
                for (int t = 1; t <= layer.sources(); t++) {
                    put(numbers, problem, Quantity.w(layer.name(), k, t), 0);
                }
                if (layer.biases() != null) {
                    put(numbers, problem, Quantity.b(layer.name(), k), 0);
                }
            }
        }
        for (int s = 0; s < problem.samples().size(); s++) {
            for (int t = 1; t <= problem.network().inputs(); t++) {
                put(numbers, problem, Quantity.x(t), s);
            }
            for (int k = 1; k <= problem.network().outputs(); k++) {
                put(numbers, problem, Quantity.y(k), s);
            }
        }
        return numbers;
    }

    private static void put(Map<String, Double> numbers, Problem problem, Quantity q, int sample) {
        numbers.put(q + "/" + sample, ExactValues.typed(problem, q, sample));
    }

    /** The numbers of {@code before} whose addresses {@code after} has too. */
    private static Map<String, Double> shared(
            Map<String, Double> before, Map<String, Double> after) {
        Map<String, Double> shared = new LinkedHashMap<>(before);
        shared.keySet().retainAll(after.keySet());
        return shared;
    }

    private static List<Object> shape(Layer layer) {
        return Arrays.asList(
                layer.activation(),
                layer.shape(),
                layer.biases() != null,
                layer.weightsFrozen(),
                layer.biasesFrozen());
    }

    private static void assertKept(Worksheet before, Worksheet after) {
        Map<String, Double> numbers = typed(after);
        assertThat(numbers).containsAllEntriesOf(shared(typed(before), numbers));
        for (Layer layer : after.problem().network().layers()) {
            int l = before.problem().network().indexOf(layer.name());
            if (l >= 0) {
                assertThat(shape(layer)).isEqualTo(shape(before.problem().network().layer(l)));
            }
        }
        assertThat(after.problem().optimizer()).isEqualTo(before.problem().optimizer());
        assertThat(after.title()).isEqualTo(before.title());
    }

    @Seeds(300)
    void whatStillHasAPlaceIsKept(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Worksheet before = worksheet(seed);
        Network network = before.problem().network();
        String layer = network.layer(random.nextInt(network.depth())).name();
        int size = 1 + random.nextInt(8);
        List<Structure> edits =
                List.of(
                        new Structure.SetSize(layer, size, INIT),
                        new Structure.SetSize(Structure.INPUTS, size, INIT),
                        new Structure.AddLayer(
                                random.nextInt(network.depth() + 1),
                                "new",
                                Activation.TANH,
                                size,
                                true,
                                INIT),
                        new Structure.MoveLayer(layer, random.nextInt(network.depth()), INIT),
                        new Structure.RemoveLayer(layer, INIT));
        for (Structure edit : edits) {
            if (Refusals.of(edit, before).isEmpty()) {
                assertKept(before, edit.apply(before));
            }
        }
    }

    @Seeds(200)
    void aNeuronAddedAnywhereAndRemovedLeavesNoTrace(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Worksheet before = worksheet(seed);
        Network network = before.problem().network();
        Layer layer = network.layer(random.nextInt(network.depth()));
        boolean inputs = random.nextInt(3) == 0;
        String column = inputs ? Structure.INPUTS : layer.name();
        int k = 1 + random.nextInt((inputs ? network.inputs() : layer.size()) + 1);
        Worksheet added = new Structure.AddNeuron(column, k, INIT).apply(before);
        assertThat(added).isNotEqualTo(before);
        assertThat(new Structure.RemoveNeuron(column, k, INIT).apply(added)).isEqualTo(before);
    }

    @Test
    void aGivenNeuronGoesWithWhatReadsItAndItsTarget() {
        Worksheet hidden = new Structure.RemoveNeuron("hid", 1, INIT).apply(Gallery.first());
        assertThat(typed(hidden))
                .containsEntry("w.hid.1.1/0", -0.94)
                .containsEntry("w.out.1.1/0", -2.2)
                .containsEntry("w.out.2.1/0", -1.7)
                .doesNotContainKey("w.out.1.2/0");
        Worksheet output = new Structure.RemoveNeuron("out", 1, INIT).apply(Gallery.first());
        assertThat(typed(output))
                .containsEntry("w.out.1.2/0", -1.7)
                .containsEntry("y.1/0", 1.0)
                .doesNotContainKey("y.2/0");
        Worksheet input = new Structure.RemoveNeuron("", 1, INIT).apply(Gallery.first());
        assertThat(typed(input)).containsEntry("w.hid.2.1/0", 0.3).doesNotContainKey("x.2/0");
    }

    @Test
    void newWeightsAreDrawnAndNewBiasesInputsAndTargetsAreZero() {
        Worksheet biased = new Structure.SetBiases("out", true).apply(Gallery.first());
        Worksheet larger = new Structure.SetSize("out", 3, INIT).apply(biased);
        assertThat(typed(larger))
                .containsEntry("w.out.3.1/0", INIT.weight("out", 2, 0, 3, 2, 2))
                .containsEntry("b.out.3/0", 0.0)
                .containsEntry("y.3/0", 0.0);
        Worksheet wider = new Structure.SetSize("", 3, INIT).apply(biased);
        assertThat(typed(wider))
                .containsEntry("w.hid.1.3/0", INIT.weight("hid", 0, 2, 2, 3, 2))
                .containsEntry("x.3/0", 0.0);
    }

    /** A layer without weights has the neurons that are before it, whatever becomes of them. */
    @Test
    void aLayerWithoutWeightsFollowsTheOneBefore() {
        Worksheet biased = new Structure.SetBiases("out", true).apply(Gallery.first());
        Worksheet bare = new Structure.SetWeights("out", false, INIT).apply(biased);
        assertThat(sizes(bare)).containsExactly(2, 2, 2);
        assertThat(typed(bare)).containsEntry("w.hid.2.1/0", -0.94).doesNotContainKey("b.out.1/0");
        assertThat(sizes(new Structure.SetSize("hid", 3, INIT).apply(bare)))
                .containsExactly(2, 3, 3);
        Worksheet grown = new Structure.AddNeuron("out", 1, INIT).apply(bare);
        assertThat(sizes(grown)).containsExactly(2, 3, 3);
        assertThat(typed(grown)).containsEntry("w.hid.2.1/0", 0.19).containsEntry("y.1/0", 0.0);
        assertThat(sizes(new Structure.RemoveLayer("hid", INIT).apply(grown)))
                .containsExactly(2, 2);
        Worksheet again = new Structure.SetWeights("out", true, INIT).apply(grown);
        assertThat(typed(again)).containsEntry("w.out.3.3/0", INIT.weight("out", 2, 2, 3, 3, 2));
        assertThat(new Structure.SetBiases("out", true).apply(bare)).isEqualTo(bare);
    }

    private static List<Integer> sizes(Worksheet worksheet) {
        Network network = worksheet.problem().network();
        return Stream.concat(
                        Stream.of(network.inputs()), network.layers().stream().map(Layer::size))
                .toList();
    }

    @Test
    void onPaperDrawnWeightsHaveItsDecimalsElseFour() {
        assertThat(mostDecimals(Gallery.first())).isEqualTo(2);
        assertThat(mostDecimals(new Edit.SetArithmetic(null).apply(Gallery.first()))).isEqualTo(4);
    }

    private static int mostDecimals(Worksheet worksheet) {
        Worksheet drawn = new Structure.Randomise("hid", INIT).apply(worksheet);
        return typed(drawn).entrySet().stream()
                .filter(e -> e.getKey().startsWith("w.hid"))
                .mapToInt(e -> new BigDecimal(e.getValue().toString()).scale())
                .max()
                .orElseThrow();
    }

    @Seeds(100)
    void randomisingChangesNoOtherLayerAndIsTheSameTwice(long seed) {
        Worksheet before = worksheet(seed);
        Layer first = before.problem().network().layer(0);
        Worksheet after = new Structure.Randomise(first.name(), INIT).apply(before);
        Worksheet back = after.with(first.name(), _ -> first);
        assertThat(back).isEqualTo(before);
        assertThat(new Structure.Randomise(first.name(), INIT).apply(after)).isEqualTo(after);
        Edit all = Structure.Randomise.all(before.problem().network(), INIT);
        assertThat(all.apply(before)).isEqualTo(all.apply(after));
        Vector biases = after.problem().network().layer(0).biases();
        if (biases != null) {
            assertThat(biases.toArray()).containsOnly(0);
        }
    }

    @Seeds(150)
    void whatEditsMakeCanAlwaysBeReadAgain(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Worksheet worksheet = RandomWorksheets.worksheet(random);
        for (int i = 0; i < 30; i++) {
            Structure edit = RandomEdits.edit(random, worksheet);
            if (Refusals.of(edit, worksheet).isPresent()) {
                continue;
            }
            worksheet = edit.apply(worksheet);
            Reading good = new Reading.Good(worksheet);
            assertThat(Gallery.open(Permalink.query(worksheet)).reading()).isEqualTo(good);
            byte[] document =
                    WorksheetJson.write(worksheet).toString().getBytes(StandardCharsets.UTF_8);
            assertThat(WorksheetJson.read(document)).isEqualTo(good);
        }
    }

    @Seeds(150)
    void whatIsRefusedCouldNotBeRead(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Worksheet worksheet = RandomWorksheets.worksheet(random);
        for (int i = 0; i < 30; i++) {
            Structure edit = RandomEdits.edit(random, worksheet);
            Objection objection = Refusals.of(edit, worksheet).orElse(null);
            if (objection != null && !leavesNothing(objection)) {
                assertThat(Gallery.open(Permalink.query(edit.apply(worksheet))).reading())
                        .isInstanceOf(Reading.Refused.class);
            }
        }
    }

    /** There is no worksheet without layers or neurons that could be written. */
    private static boolean leavesNothing(Objection objection) {
        return objection.reason() == Objection.Reason.LAST_LAYER || objection.values().contains(0);
    }

    @Test
    void theSelectionStaysWhereItsNumberDoes() {
        View view = View.INITIAL.withSelection(Quantity.w("out", 2, 2));
        assertThat(view.on(new Structure.SetSize("hid", 3, INIT).apply(Gallery.first())))
                .isEqualTo(view);
        assertThat(view.on(new Structure.SetSize("hid", 1, INIT).apply(Gallery.first())))
                .isEqualTo(View.INITIAL);
    }

    @Test
    void whatIsTooLargeForPaperBecomesExact() {
        assertThat(new Structure.SetSize("hid", 64, INIT).apply(Gallery.first()).paper())
                .isNotNull();
        Worksheet large = new Structure.SetSize("hid", 64, INIT).apply(Gallery.first());
        assertThat(new Structure.SetSize("out", 10, INIT).apply(large).paper()).isNull();
    }
}
