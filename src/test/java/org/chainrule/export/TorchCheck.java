package org.chainrule.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.chainrule.notation.Preset;
import org.chainrule.worksheet.Worksheet;

/**
 * Runs exported programs with PyTorch itself, every activation before every loss among them, and
 * holds all that they print against the engine: ./chainrule torch.
 */
final class TorchCheck {
    private static final Path DIRECTORY = Path.of("target", "torch");

    private TorchCheck() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Files.createDirectories(DIRECTORY);
        List<Worksheet> worksheets = Programs.worksheets();
        List<String> outputs =
                new Runner(DIRECTORY, System.getenv("CHAINRULE_TORCH"))
                        .python(
                                worksheets.stream()
                                        .map(w ->
                                                TorchCode.of(
                                                        w, Preset.SHEET.notation(), Locale.ENGLISH))
                                        .toList());
        int numbers = 0;
        int refused = 0;
        double furthest = 0;
        for (int i = 0; i < worksheets.size(); i++) {
            try {
                Programs.Agreement agreement =
                        Programs.agree(i + ".py", worksheets.get(i), outputs.get(i));
                numbers += agreement.numbers();
                furthest = Math.max(furthest, agreement.furthest());
            } catch (AssertionError e) {
                System.out.printf("  FAILED %s%n", e.getMessage());
                refused++;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d PyTorch programs agree, %d do not; %d numbers, none further off than %.1e%n",
                worksheets.size() - refused,
                refused,
                numbers,
                furthest);
        System.exit(refused == 0 ? 0 : 1);
    }
}
