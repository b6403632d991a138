package org.chainrule.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Values;
import org.chainrule.engine.Backprop;
import org.chainrule.engine.Trace;
import org.chainrule.notation.Numbers;
import org.chainrule.worksheet.Edit;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gallery's worked examples that others have published, to the digits that they print. */
class PublishedTest {
    private static Trace trace(String key) {
        return Backprop.run(Gallery.find(key).orElseThrow().worksheet().problem());
    }

    private static String written(String key, String address, int decimals) {
        Values values = Gallery.find(key).orElseThrow().worksheet().values();
        Quantity quantity = Quantity.parse(address).orElseThrow();
        return Numbers.in(Locale.ENGLISH).format(values.value(quantity, 0), decimals);
    }

    /** Matt Mazur, "A Step by Step Backpropagation Example", 2015; its biases stay as they are. */
    @Test
    void mazur() {
        Trace trace = trace("mazur");
        assertThat(trace.loss()).isCloseTo(0.298371109, within(5e-10));
        assertThat(trace.weightGradient(1, 0, 0)).isCloseTo(0.082167041, within(5e-10));
        assertThat(trace.updatedWeight(1, 0, 0)).isCloseTo(0.35891648, within(5e-9));
        assertThat(trace.updatedWeight(1, 0, 1)).isCloseTo(0.408666186, within(5e-10));
        assertThat(trace.updatedWeight(1, 1, 0)).isCloseTo(0.511301270, within(5e-10));
        assertThat(trace.updatedWeight(1, 1, 1)).isCloseTo(0.561370121, within(5e-10));
        assertThat(trace.updatedWeight(0, 0, 0)).isCloseTo(0.149780716, within(5e-10));
        assertThat(trace.updatedWeight(0, 0, 1)).isCloseTo(0.19956143, within(5e-9));
        assertThat(trace.updatedWeight(0, 1, 0)).isCloseTo(0.24975114, within(5e-9));
        assertThat(trace.updatedWeight(0, 1, 1)).isCloseTo(0.29950229, within(5e-9));
        assertThat(trace.updatedBias(0, 0)).isEqualTo(.35);
    }

    /** He prints 0.291027924 and 0.0000351085; the first differs from the seventh digit on. */
    @ParameterizedTest
    @CsvSource({"1, 0.291028, 5e-7", "10000, 0.0000351, 5e-8"})
    void mazursLossAfterUpdates(int updates, double printed, double error) {
        Worksheet worksheet = Gallery.find("mazur").orElseThrow().worksheet();
        for (int i = 0; i < updates; i++) {
            worksheet = new Edit.ApplyUpdate().apply(worksheet);
        }
        assertThat(Backprop.run(worksheet.problem()).loss()).isCloseTo(printed, within(error));
    }

    /**
     * Andrej Karpathy, micrograd, the neuron of its lecture "The spelled-out intro to neural
     * networks and backpropagation", 2022. The lecture's output is the neuron's own; the gradient
     * of the loss in it is 1 here to the digits shown, and is divided out.
     */
    @Test
    void micrograd() {
        Trace trace = trace("micrograd");
        assertThat(trace.activation(0, 1, 0)).isCloseTo(0.7071067811865476, within(1e-15));
        double output = trace.errorGradient(0, 1, 0);
        assertThat(output).isCloseTo(1, within(5e-5));
        assertThat(trace.errorGradient(0, 0, 0) / output).isCloseTo(-1.5, within(1e-12));
        assertThat(trace.errorGradient(0, 0, 1) / output).isCloseTo(0.5, within(1e-12));
        assertThat(trace.weightGradient(1, 0, 0) / output).isCloseTo(1.0, within(1e-12));
        assertThat(trace.weightGradient(1, 0, 1) / output).isCloseTo(0.0, within(1e-12));
    }

    /** Han, Kamber, Pei, "Data Mining", 3rd ed. 2012, example 9.1, printed to three decimals. */
    @ParameterizedTest
    @CsvSource({
        "z.hid.1, 0.332",
        "z.hid.2, 0.525",
        "z.out.1, 0.474",
        "nw.hid.1.1, 0.192",
        "nw.hid.1.2, 0.400",
        "nw.hid.1.3, −0.508",
        "nw.hid.2.1, −0.306",
        "nw.hid.2.2, 0.100",
        "nw.hid.2.3, 0.194",
        "nb.hid.1, −0.408",
        "nb.hid.2, 0.194",
        "nw.out.1.1, −0.261",
        "nw.out.1.2, −0.138",
        "nb.out.1, 0.218"
    })
    void hanKamberAndPei(String address, String printed) {
        assertThat(Gallery.find("data-mining").orElseThrow().view().digits()).isEqualTo(3);
        assertThat(written("data-mining", address, 3)).isEqualTo(printed);
    }

    /**
     * Stanford CS231n, "Backpropagation, Intuitions", the sigmoid circuit: w = (2, −3, −3), x =
     * (−1, −2), printed to two decimals.
     */
    @ParameterizedTest
    @CsvSource({
        "p.out.1, 1.00",
        "z.out.1, 0.73",
        "dz.out.1, 1.00",
        "dw.out.1.1, −0.20",
        "dw.out.1.2, −0.39",
        "db.out.1, 0.20",
        "dz.x.1, 0.39",
        "dz.x.2, −0.59"
    })
    void cs231n(String address, String printed) {
        assertThat(written("circuit", address, 2)).isEqualTo(printed);
    }
}
