package org.chainrule.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.chainrule.derivation.Rounding;
import org.chainrule.gallery.Gallery;
import org.chainrule.worksheet.Worksheet;
import org.jspecify.annotations.Nullable;

/** How fast exercises are made, and how many seeds give none that tells all slips apart. */
final class GeneratorBench {
    private static final int SEEDS = 200;

    private GeneratorBench() {}

    static void print() {
        print("the first worksheet", List.of(Sheets.first()));
        print("the first worksheet, exact", List.of(Sheets.exact()));
        print("3-4-3 and alike, on paper", larger(Rounding.SHEET));
        print("3-4-3 and alike, exact", larger(null));
        for (String key : List.of("line", "layer-batch", "softmax", "xor", "mazur")) {
            print(key, List.of(Gallery.open("from=" + key).worksheet()));
        }
    }

    /** Of one sample, two layers and 24 parameters at least. */
    static List<Worksheet> larger(@Nullable Rounding paper) {
        Random random = new Random(3);
        List<Worksheet> larger = new ArrayList<>();
        while (larger.size() < 10) {
            Worksheet worksheet = Planted.worksheet(random, paper);
            if (worksheet.problem().network().parameters() >= 24
                    && worksheet.problem().network().depth() == 2
                    && worksheet.problem().samples().size() == 1) {
                larger.add(worksheet);
            }
        }
        return larger;
    }

    private static void print(String name, List<Worksheet> worksheets) {
        long prepared = System.nanoTime();
        List<Generator> all = worksheets.stream().map(Sheets::generator).toList();
        long begun = System.nanoTime();
        int seeds = SEEDS / all.size();
        int[] sums = new int[3];
        for (Generator each : all) {
            for (int seed = 0; seed < seeds; seed++) {
                Generator.Made made = each.made(seed);
                sums[0] += made.passes() ? 0 : 1;
                sums[1] += made.tried();
                sums[2] += made.refused();
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                Locale.ENGLISH,
                "%s: %.0f ms to begin, %.0f exercises a second; of %d seeds %d refused,"
                        + " of %d tries %.0f %%%n",
                name,
                (begun - prepared) / 1e6 / all.size(),
                seeds * all.size() / seconds,
                seeds * all.size(),
                sums[0],
                sums[1],
                100.0 * sums[2] / sums[1]);
    }
}
