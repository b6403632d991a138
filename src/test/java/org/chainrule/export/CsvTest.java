package org.chainrule.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.chainrule.RandomWorksheets;
import org.chainrule.engine.Sample;
import org.chainrule.engine.Vector;
import org.chainrule.gallery.Gallery;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @Test
    void theFirstWorksheetsTablesHoldTheSheetsNumbers() {
        assertThat(CsvTables.neurons(Gallery.first(), 0))
                .isEqualTo(
                        "layer,neuron,p,z,dz\r\nhid,1,0.61,0.61,0.06\r\nhid,2,-0.64,0,0.22\r\n"
                                + "out,1,-0.85,0.3,0.6\r\nout,2,-0.49,0.38,-1.24\r\n");
        assertThat(CsvTables.parameters(Gallery.first()))
                .startsWith("address,value,gradient,updated\r\n")
                .contains("\r\nw.out.1.1,-1.4,0.077,-1.4077\r\n");
        assertThat(CsvTables.samples(Gallery.first())).isEqualTo("x1,x2,y1,y2\r\n1,1,0,1\r\n");
    }

    @Property(tries = 100)
    void samplesComeBackBitForBit(@ForAll long seed) {
        Worksheet worksheet = RandomWorksheets.worksheet(new SplittableRandom(seed));
        int inputs = worksheet.problem().network().inputs();
        int outputs = worksheet.problem().network().outputs();
        assertThat(SamplesCsv.read(CsvTables.samples(worksheet), inputs, outputs))
                .isEqualTo(new SamplesCsv.Reading.Good(worksheet.problem().samples()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.5,1,2",
                "x1,x2,y\n0.5,1,2\n",
                "\uFEFFx1;x2;y1\r\n0,5;1;2\r\n\r\n",
                "0,5\t1\t2",
                "\"a \"\"b\"\"\",\"c\nd\",e\n\"0.5\", 1 ,2",
                "x1;x2;y1\n1/2;1,0;2",
            })
    void everySpreadsheetsDialectIsRead(String text) {
        assertThat(SamplesCsv.read(text, 2, 1))
                .isEqualTo(
                        new SamplesCsv.Reading.Good(
                                List.of(new Sample(Vector.of(0.5, 1), Vector.of(2)))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`1,2,3\n1,2` | line 2: 2 values for 3 columns (2 inputs, 1 targets)",
                "`x,y,z\n1,2,3\n1,b,3` | line 3, column 2: “b” is not part of a number",
                "`1,2,c` | line 1, column 3: “c” is not part of a number",
                "`1;2;` | line 1, column 3: a number is wanted here",
                "`x,y,z` | line 1: there are no samples",
                "`` | line 1: there are no samples",
                "`1;2;1e999` | line 1, column 3: the number is too large",
                "`1,2,\"3\n\"\n1,2` | line 3: 2 values for 3 columns (2 inputs, 1 targets)",
            })
    void refusesWithThePlace(String text, String place) {
        assertThat(places(text)).containsExactly(place);
    }

    @Test
    void namesAllPlacesAtOnceAndInGermanToo() {
        assertThat(places("1,a,b\n1\n1,2,3")).hasSize(3);
        assertThat(SamplesCsv.read("1;2", 2, 1, Locale.GERMANY))
                .hasToString("Refused[places=[Zeile 1: 2 statt 3 Werte (Eingaben: 2, Ziele: 1)]]");
    }

    @Test
    void takesAThousandRowsAndNoMore() {
        assertThat(places("1,2,3\n".repeat(1000))).isEmpty();
        assertThat(places("a,b,c\n" + "1,2,3\n".repeat(1001)))
                .containsExactly("line 1002: 1001 rows; 1000 at most");
    }

    @Property
    void noTextThrows(@ForAll String text) {
        assertThat(SamplesCsv.read(text, 2, 1)).isNotNull();
    }

    private static List<String> places(String text) {
        return SamplesCsv.read(text, 2, 1) instanceof SamplesCsv.Reading.Refused(var places)
                ? places.stream().map(SamplesCsv.Place::toString).toList()
                : List.of();
    }
}
