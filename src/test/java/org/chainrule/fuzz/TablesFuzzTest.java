package org.chainrule.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Locale;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Matrix;
import org.chainrule.engine.Network;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Sample;
import org.chainrule.export.CsvTables;
import org.chainrule.gallery.Gallery;
import org.chainrule.worksheet.Limits;
import org.chainrule.worksheet.Worksheet;

class TablesFuzzTest {
    private static final Network NETWORK =
            new Network(
                    2,
                    List.of(
                            new Layer(
                                    "out",
                                    org.chainrule.engine.Activation.RELU,
                                    Matrix.of(new double[] {1, 2}))));

    /** Samples that are read are no more than may be, and the same again once they are written. */
    @FuzzTest
    void tables(byte[] bytes) {
        String text = Readers.text(bytes);
        for (Locale locale : Readers.LANGUAGES) {
            List<Sample> samples = Readers.table(text, locale).isSound().value();
            if (samples != null) {
                assertThat(samples).hasSizeBetween(1, Limits.SAMPLES);
                assertThat(Readers.table(written(samples), Locale.ENGLISH).value())
                        .isEqualTo(samples);
            }
        }
    }

    private static String written(List<Sample> samples) {
        Problem first = Gallery.first().problem();
        Problem problem =
                new Problem(NETWORK, samples, first.loss(), first.reduction(), first.optimizer());
        return CsvTables.samples(new Worksheet("", problem, null));
    }
}
