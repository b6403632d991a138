package org.chainrule.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.chainrule.RandomWorksheets;
import org.chainrule.Seeds;
import org.chainrule.document.table.SampleReader;
import org.chainrule.document.table.SampleReading;
import org.chainrule.gallery.Gallery;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void theFirstWorksheetsTablesHoldTheSheetsNumbers() {
        assertThat(CsvTables.neurons(Gallery.first(), 0))
                .isEqualTo(
                        "layer,neuron,p,z,dz,slope\r\nhid,1,0.61,0.61,0.06,1\r\nhid,2,-0.64,0,0.22,0\r\n"
                                + "out,1,-0.85,0.3,0.6,0.20977282135982503\r\n"
                                + "out,2,-0.49,0.38,-1.24,0.23557444490981472\r\n");
        assertThat(CsvTables.parameters(Gallery.first()))
                .startsWith("address,value,gradient,updated\r\n")
                .contains("\r\nw.out.1.1,-1.4,0.077,-1.4077\r\n");
        assertThat(CsvTables.samples(Gallery.first())).isEqualTo("x1,x2,y1,y2\r\n1,1,0,1\r\n");
    }

    @Seeds(200)
    void samplesComeBackBitForBit(long seed) {
        Worksheet worksheet = RandomWorksheets.worksheet(new SplittableRandom(seed));
        int inputs = worksheet.problem().network().inputs();
        int outputs = worksheet.problem().network().outputs();
        assertThat(SampleReader.read(CsvTables.samples(worksheet), inputs, outputs))
                .isInstanceOfSatisfying(
                        SampleReading.Good.class,
                        read ->
                                assertThat(read.samples())
                                        .isEqualTo(worksheet.problem().samples()));
    }
}
