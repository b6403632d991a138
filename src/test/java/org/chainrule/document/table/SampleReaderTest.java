package org.chainrule.document.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.chainrule.document.table.ColumnChoice.Role;
import org.chainrule.engine.Sample;
import org.chainrule.engine.Vector;
import org.chainrule.notation.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleReaderTest {
    private static List<String> remarks(SampleReading reading) {
        return switch (reading) {
            case SampleReading.Good(_, var remarks) -> spoken(remarks);
            case SampleReading.Choice(var columns) -> spoken(columns.remarks());
            case SampleReading.Refused _ -> List.of();
        };
    }

    private static List<String> spoken(List<Remark> remarks) {
        return remarks.stream().map(remark -> remark.in(Locale.ENGLISH)).toList();
    }

    private static List<String> faults(String text, int inputs, int outputs) {
        return SampleReader.read(text, inputs, outputs) instanceof SampleReading.Refused(var f, _)
                ? f.stream().map(fault -> fault.in(Locale.ENGLISH)).toList()
                : List.of();
    }

    /** One list a sample, the inputs before the targets; empty where it is not read at once. */
    private static List<List<Double>> rows(SampleReading reading) {
        return reading instanceof SampleReading.Good(var samples, _) ? numbers(samples) : List.of();
    }

    private static List<List<Double>> numbers(List<Sample> samples) {
        return samples.stream()
                .map(s -> Stream.of(s.x(), s.y()).flatMap(SampleReaderTest::values).toList())
                .toList();
    }

    private static Stream<Double> values(Vector vector) {
        return Arrays.stream(vector.toArray()).boxed();
    }

    private static ColumnChoice choice(String text, int inputs, int outputs) {
        return SampleReader.read(text, inputs, outputs) instanceof SampleReading.Choice(var columns)
                ? columns
                : org.junit.jupiter.api.Assertions.fail(
                        SampleReader.read(text, inputs, outputs).toString());
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
                "sep=;\nx1;x2;y1\n0,5;1;2",
                "\"sep=;\"\r\n0,5;1;2",
                "sep=\t\n0.5\t1\t2",
                "x1,x2,\"y1 (0 = no; 1 = yes)\"\n0.5,1,2",
                "# made by a; program\tv1\nx1,x2,y1\n0.5,1,2",
                "// a;b\n0.5,1,2",
                "x1;x2;y1\n0.5;1;2\n;;\n;;",
                "0.5 1 2",
                "  0,5   1  2 ",
                "x1 x2 y1\n0.5 1 2",
                "0.5|1|2",
                "| x1 | x2 | y1 |\n|----|:--:|---:|\n| 0.5 | 1 | 2 |",
                "y1,x2,x1\n2,1,0.5",
                "x₂;x₁;Y_1\n1;0,5;2",
                ",x1,x2,y1\n0,0.5,1,2",
                "\"\",\"a\",\"b\",\"c\"\n\"1\",0.5,1,2",
                "index,a,b,c\n7,0.5,1,2",
                "a b c\n1 0.5 1 2",
                "\"x1\" \"x2\" \"y1\"\n\"1\" 0.5 1 2",
                "y,x2,x1\n2,1,0.5",
                "x1,x2,y1,\n0.5,1,2,\n",
                "0.5;1;2;;",
                "Unnamed: 0,a,b,c\n0,0.5,1,2",
                "x1,note,x2,y1\n0.5,9,1,2",
                "0.5\u202C,\u200B1,2\u00a0",
                "０．５;１;２"
            })
    void everyDialectIsRead(String text) {
        assertThat(rows(SampleReader.read(text, 2, 1))).containsExactly(List.of(0.5, 1.0, 2.0));
    }

    static Stream<List<String>> said() {
        return Stream.of(
                List.of("0.5,1,2"),
                List.of("a,b,c\n0.5,1,2", "Line 1 was taken for the columns’ names."),
                List.of(
                        "# one\n# two\na,b,c\n0.5,1,2",
                        "2 comment lines were left out.",
                        "Line 3 was taken for the columns’ names."),
                List.of(
                        "y1,x1,x2\n2,0.5,1",
                        "Line 1 was taken for the columns’ names.",
                        "The columns were put in their places by their names."),
                List.of(
                        "x2,x1,label\n2,0.5,1",
                        "Line 1 was taken for the columns’ names.",
                        "The columns were read in the order in which they stand: their names do"
                                + " not name every input and target."),
                List.of(
                        "x1,z,x2,y1\n1,9,2,3",
                        "Line 1 was taken for the columns’ names.",
                        "The columns were put in their places by their names.",
                        "One column has another name and was left out."),
                List.of(
                        ",x1,x2,y1\n0,1,2,3",
                        "Line 1 was taken for the columns’ names.",
                        "The first column numbers the rows and was left out."),
                List.of("1,2,3,\n4,5,6,", "One empty column was left out."),
                List.of(
                        ",a,b,c\n0,1,2,3",
                        "Line 1 was taken for the columns’ names.",
                        "The first column numbers the rows and was left out."),
                List.of("1;2;3\n\n;;\n4;5;6", "2 blank rows were left out."),
                List.of("1 2 3", "The columns were told apart by blanks."));
    }

    @ParameterizedTest
    @MethodSource("said")
    void whatIsLeftOutOrGuessedIsSaid(List<String> textAndRemarks) {
        assertThat(remarks(SampleReader.read(textAndRemarks.getFirst(), 2, 1)))
                .isEqualTo(textAndRemarks.subList(1, textAndRemarks.size()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`1,2,3\n1,2` | line 2: 2 values for 3 columns (inputs: 2, targets: 1)",
                "`x,y,z\n1,2,3\n1,b,3` | line 3, column 2: “b” is no number",
                "`1,2,c` | line 1, column 3: “c” is no number",
                "`1;2;` | line 1, column 3: a number is wanted here",
                "`1` | line 1: 1 value for 3 columns (inputs: 2, targets: 1)",
                "`a,b\n1,5,2,5` | line 2: 4 values for 2 columns",
                "`x,y,z` | line 1: there are no samples",
                "`` | line 1: there are no samples",
                "`# nothing` | line 1: there are no samples",
                "`1;2;1e999` | line 1, column 3: “1e999” is too large a number",
                "`1,2,\"3\n\"\n1,2` | line 3: 2 values for 3 columns (inputs: 2, targets: 1)",
                "`0,5;1,5;3*10^-7` | line 1, column 3: write 3e-7"
            })
    void refusesWithThePlace(String text, String place) {
        assertThat(faults(text.replace("\\n", "\n"), 2, 1)).containsExactly(place);
    }

    /** F1: what a spreadsheet means as a date, a time or a range is no difference. */
    @ParameterizedTest
    @ValueSource(
            strings = {"1949-01", "1981-01-01", "08/01/2016", "12:30", "30-34", "0-2", "1+1", "=1"})
    void datesTimesAndRangesAreRefusedWithTheirPlace(String cell) {
        assertThat(faults("Month,Passengers\n" + cell + ",112\n" + cell + ",118", 1, 1))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("line 2, column 1: “" + cell + "” is no");
    }

    /** F5: a first line that is meant as data is never taken for a header. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.234,5;2.345,6;1.111,0",
                "?;?;?",
                "NA;NA;NA",
                "nan;b;c",
                "TRUE;FALSE;TRUE",
                "$1.50;$2.50;$1.00",
                "=1;=2;=3",
                "12:30;13:00;13:30",
                "a;b;1 2 3"
            })
    void aFirstLineOfDataIsRefusedAndNotSwallowed(String line) {
        assertThat(faults(line + "\n0,5;1,5;0", 2, 1))
                .isNotEmpty()
                .allMatch(place -> place.startsWith("line 1, column "));
        assertThat(faults("0,5;1,5;0\n" + line, 2, 1))
                .isNotEmpty()
                .allMatch(place -> place.startsWith("line 2, column "));
    }

    @Test
    void otherColumnsThanTheNetworksAreAskedFor() {
        ColumnChoice columns = choice("a,b,c,d\n1,2,3,4\n5,6,7,8", 2, 1);
        assertThat(columns.columns()).extracting(Column::name).containsExactly("a", "b", "c", "d");
        assertThat(columns.guess())
                .containsExactly(Role.INPUT, Role.INPUT, Role.INPUT, Role.TARGET);
        ColumnChoice.Chosen chosen =
                columns.choose(List.of(Role.INPUT, Role.LEFT_OUT, Role.TARGET, Role.TARGET));
        assertThat(chosen)
                .isInstanceOfSatisfying(
                        ColumnChoice.Chosen.Good.class,
                        good -> {
                            assertThat(good.inputs()).isEqualTo(1);
                            assertThat(good.outputs()).containsExactly("c", "d");
                            assertThat(numbers(good.samples()))
                                    .containsExactly(
                                            List.of(1.0, 3.0, 4.0), List.of(5.0, 7.0, 8.0));
                        });
    }

    @Test
    void aColumnOfWordsIsOneTargetAWordInTheOrderOfTheirFirstAppearance() {
        String iris =
                "5.1,3.5,Iris-setosa\n7.0,3.2,Iris-versicolor\n6.3,3.3,Iris-virginica\n"
                        + "4.9,3.0,Iris-setosa";
        for (int outputs = 1; outputs <= 3; outputs++) {
            ColumnChoice columns = choice(iris, 2, outputs);
            assertThat(columns.choose(columns.guess()))
                    .isInstanceOfSatisfying(
                            ColumnChoice.Chosen.Good.class,
                            good -> {
                                assertThat(good.outputs())
                                        .containsExactly(
                                                "Iris-setosa", "Iris-versicolor", "Iris-virginica");
                                assertThat(numbers(good.samples()))
                                        .containsExactly(
                                                List.of(5.1, 3.5, 1.0, 0.0, 0.0),
                                                List.of(7.0, 3.2, 0.0, 1.0, 0.0),
                                                List.of(6.3, 3.3, 0.0, 0.0, 1.0),
                                                List.of(4.9, 3.0, 1.0, 0.0, 0.0));
                            });
        }
    }

    @Test
    void whatCannotBeAnInputIsSaidWhereItStands() {
        ColumnChoice columns = choice("day,a,b\n1949-01,1,2\n1949-02,3,4", 1, 1);
        assertThat(columns.guess()).containsExactly(Role.LEFT_OUT, Role.INPUT, Role.TARGET);
        assertThat(columns.choose(List.of(Role.INPUT, Role.INPUT, Role.TARGET)))
                .isInstanceOfSatisfying(
                        ColumnChoice.Chosen.Refused.class,
                        refused ->
                                assertThat(refused.fault().in(Locale.ENGLISH))
                                        .startsWith("line 2, column 1: “1949-01” is no plain"));
        assertThat(columns.choose(List.of(Role.LEFT_OUT, Role.INPUT, Role.INPUT)))
                .isInstanceOf(ColumnChoice.Chosen.Refused.class);
    }

    @Test
    void takesAThousandRowsAndNoMore() {
        assertThat(faults("1,2,3\n".repeat(1000), 2, 1)).isEmpty();
        assertThat(faults("a,b,c\n" + "1,2,3\n".repeat(1001), 2, 1))
                .containsExactly("line 1002: 1,001 rows; 1,000 at most");
        assertThat(faults("1,2\n".repeat(200_000), 1, 1))
                .containsExactly("line 1001: 200,000 rows; 1,000 at most");
    }

    @Test
    void fiftyPlacesAreNamedAndTheRestIsCounted() {
        assertThat(SampleReader.read("a?,b,c\n".repeat(1000).replace("c", "1"), 2, 1))
                .isInstanceOfSatisfying(
                        SampleReading.Refused.class,
                        refused -> {
                            assertThat(refused.faults()).hasSize(50);
                            assertThat(refused.more()).isEqualTo(1950);
                        });
    }

    /** Each was, or could have been, quadratic; the suite would not end. */
    @Test
    void oddTextsOfAMegabyteAreRead() {
        for (String text :
                List.of(
                        "\"".repeat(1 << 20),
                        "\"" + "\"\"".repeat(1 << 19),
                        ",".repeat(1 << 20),
                        ";\n".repeat(1 << 19),
                        " ".repeat(1 << 20),
                        "1".repeat(1 << 20),
                        "1 ".repeat(1 << 19),
                        "#\n".repeat(1 << 19),
                        "a".repeat(1 << 20) + ",1")) {
            assertThat(SampleReader.read(text, 2, 1)).isInstanceOf(SampleReading.Refused.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Remark.Kind.class)
    void everyRemarkIsTranslated(Remark.Kind kind) {
        Remark remark = Remark.of(kind, 2);
        assertThat(remark.in(Locale.GERMAN)).isNotBlank().isNotEqualTo(remark.in(Locale.UK));
    }

    @ParameterizedTest
    @EnumSource(TableFault.Reason.class)
    void everyReasonIsTranslatedAndNamesTheSameValues(TableFault.Reason reason) {
        isTranslatedAndNamesTheSameValues(TableFault.of(1_234, 5, reason, 20, 30, 40, 50));
    }

    @ParameterizedTest
    @EnumSource(Parsed.Reason.class)
    void soIsEveryReasonWhyACellIsNoNumber(Parsed.Reason reason) {
        isTranslatedAndNamesTheSameValues(
                TableFault.of(1_234, 5, "20", new Parsed.Wrong(reason, "30")));
    }

    private static void isTranslatedAndNamesTheSameValues(TableFault fault) {
        List<String> german = numbersIn(fault.in(Locale.GERMANY));
        assertThat(german).startsWith("1234", "5").isEqualTo(numbersIn(fault.in(Locale.UK)));
        assertThat(fault.in(Locale.GERMANY)).isNotEqualTo(fault.in(Locale.UK));
    }

    private static List<String> numbersIn(String sentence) {
        return java.util.regex.Pattern.compile("[0-9]+")
                .matcher(sentence)
                .results()
                .map(java.util.regex.MatchResult::group)
                .toList();
    }
}
