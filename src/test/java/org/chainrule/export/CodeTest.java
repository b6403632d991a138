package org.chainrule.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.chainrule.gallery.Gallery;
import org.chainrule.notation.Notation;
import org.chainrule.notation.Preset;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exported programs, run by the languages they are written in, say what the engine says. */
class CodeTest {
    @TempDir private Path directory;

    @Test
    void numpyRecomputesEveryNumber() throws IOException, InterruptedException {
        List<Worksheet> worksheets = Programs.worksheets();
        agree(worksheets, Runner.in(directory).python(written(worksheets, NumpyCode::of)));
    }

    @Test
    void javaRecomputesEveryNumber() throws IOException, InterruptedException {
        List<Worksheet> worksheets = Programs.worksheets();
        agree(worksheets, Runner.in(directory).java(written(worksheets, JavaCode::of)));
    }

    /** How a kind of program is written. */
    private interface Kind {
        String of(Worksheet worksheet, Notation notation, Locale locale);
    }

    /** Each in another lecture's letters, which stand in its comments. */
    private static List<String> written(List<Worksheet> worksheets, Kind code) {
        Preset[] presets = Preset.values();
        return IntStream.range(0, worksheets.size())
                .mapToObj(i ->
                        code.of(
                                worksheets.get(i),
                                presets[i % presets.length].notation(),
                                Locale.ENGLISH))
                .toList();
    }

    private static void agree(List<Worksheet> worksheets, List<String> outputs) {
        for (int i = 0; i < worksheets.size(); i++) {
            Programs.agree("worksheet " + i, worksheets.get(i), outputs.get(i));
        }
    }

    /** Arrays as initialisers would not fit into a class file. */
    @Test
    void largeWorksheetsFitIntoAProgram() throws IOException, InterruptedException {
        Worksheet large = Programs.large();
        Runner runner = Runner.in(directory);
        Programs.agree(
                "java",
                large,
                runner.javaFile(JavaCode.of(large, Preset.SHEET.notation(), Locale.ENGLISH)));
        agree(List.of(large), runner.python(written(List.of(large), NumpyCode::of)));
    }

    /** PyTorch itself is too large for these tests, and {@link TorchCheck}'s. */
    @Test
    void torchProgramsAreWellFormed() throws IOException, InterruptedException {
        Runner.in(directory).compilePython(written(Programs.worksheets(), TorchCode::of));
    }

    @ParameterizedTest
    @CsvSource({
        "SHEET, 'w is Θ, b is b, p is p, z is z, y is y, dz is ∂J/∂z'",
        "CLASSICAL, 'p is net, z is o, y is t, dz is ∂E/∂o, dp is −δ'"
    })
    void programsSayWhatTheirAddressesAreCalled(Preset preset, String letters) {
        Worksheet first = Gallery.first();
        Notation notation = preset.notation();
        assertThat(NumpyCode.of(first, notation, Locale.ENGLISH)).contains(letters);
        assertThat(TorchCode.of(first, notation, Locale.ENGLISH)).contains(letters);
        assertThat(JavaCode.of(first, notation, Locale.ENGLISH)).contains(letters);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everySentenceIsThere(String language) {
        Pattern mark = Pattern.compile("[«»]");
        Notation notation = Preset.SHEET.notation();
        for (Worksheet worksheet : Programs.worksheets()) {
            Locale locale = Locale.forLanguageTag(language);
            assertThat(NumpyCode.of(worksheet, notation, locale)).doesNotContainPattern(mark);
            assertThat(TorchCode.of(worksheet, notation, locale)).doesNotContainPattern(mark);
            assertThat(JavaCode.of(worksheet, notation, locale)).doesNotContainPattern(mark);
        }
    }
}
