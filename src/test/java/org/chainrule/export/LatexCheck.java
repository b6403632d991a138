package org.chainrule.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compiles the samples in target/latex with pdfLaTeX: ./chainrule latex. */
final class LatexCheck {
    /** Points by which a line may stick out; a twelfth of an em is not seen. */
    private static final double MOST_OVER = 1;

    private static final Pattern OVERFULL = Pattern.compile("(?m)^Overfull .*\\(([0-9.]+)pt too.*");
    private static final Pattern WRONG =
            Pattern.compile("(?m)^(!.*|Missing character.*|LaTeX Warning:.*undefined.*)");
    private static final Pattern PAGES = Pattern.compile("Output written on .*\\((\\d+) pages?");
    private static final Path DIRECTORY = Path.of("target", "latex");

    private LatexCheck() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Files.createDirectories(DIRECTORY);
        int failed = 0;
        var documents = LatexSamples.documents();
        for (var document : documents.entrySet()) {
            String name = document.getKey();
            Files.writeString(DIRECTORY.resolve(name + ".tex"), document.getValue());
            List<String> faults = compile(name);
            System.out.printf("  %-8s %s%n", name, faults.isEmpty() ? pages(name) : "FAILED");
            faults.forEach(fault -> System.out.println("    " + fault));
            failed += faults.isEmpty() ? 0 : 1;
        }
        System.out.printf(
                "%d LaTeX documents compiled, %d refused%n", documents.size() - failed, failed);
        System.exit(failed == 0 ? 0 : 1);
    }

    /**
     * Compiles twice, as the widths of a table that runs on over pages settle in the second run.
     */
    private static List<String> compile(String name) throws IOException, InterruptedException {
        Files.deleteIfExists(DIRECTORY.resolve(name + ".log"));
        for (int run = 0; run < 2; run++) {
            Process tex =
                    new ProcessBuilder(
                                    "pdflatex",
                                    "-interaction=nonstopmode",
                                    "-halt-on-error",
                                    name + ".tex")
                            .directory(DIRECTORY.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (tex.waitFor() != 0) {
                break;
            }
        }
        return faults(log(name));
    }

    private static List<String> faults(String log) {
        List<String> faults = new ArrayList<>();
        WRONG.matcher(log).results().forEach(fault -> faults.add(fault.group()));
        OVERFULL.matcher(log)
                .results()
                .filter(box -> Double.parseDouble(box.group(1)) > MOST_OVER)
                .forEach(box -> faults.add(box.group()));
        if (!PAGES.matcher(log).find()) {
            faults.add("no page came out; see target/latex");
        }
        return faults;
    }

    private static String pages(String name) throws IOException {
        Matcher written = PAGES.matcher(log(name));
        return written.find() ? written.group(1) + " pages" : "";
    }

    private static String log(String name) throws IOException {
        Path log = DIRECTORY.resolve(name + ".log");
        return Files.exists(log) ? Files.readString(log, StandardCharsets.ISO_8859_1) : "";
    }
}
