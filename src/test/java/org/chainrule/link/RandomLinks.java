package org.chainrule.link;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.chainrule.RandomWorksheets;
import org.chainrule.gallery.Gallery;
import org.chainrule.worksheet.Worksheet;

/** Links as the product writes them: random worksheets, and views with any of their parts. */
final class RandomLinks {
    private static final List<String> VIEW =
            List.of(
                    "step=3",
                    "sel=dw.out.1.1",
                    "not=delta",
                    "digits=7",
                    "lang=de",
                    "show=steps",
                    "tab=train",
                    "init=he:5",
                    "from=dead-relu",
                    "pin=same",
                    "toy=circle:40:0.1:3",
                    "h=1e-7",
                    "run=200,1,3",
                    "until=0.01,",
                    "pace=10",
                    "scale=log",
                    "map=1");
    private static final List<String> TITLES =
            List.of("3D, and what = is!", "amp; (100%) …", "Is this it?", "v=1&n=2.", " a+b ");

    private RandomLinks() {}

    static String of(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        Worksheet worksheet = RandomWorksheets.worksheet(random);
        if (random.nextBoolean()) {
            worksheet =
                    new Worksheet(
                            TITLES.get(random.nextInt(TITLES.size())),
                            worksheet.problem(),
                            worksheet.paper());
        }
        StringBuilder query = new StringBuilder(Permalink.query(worksheet));
        for (String part : VIEW) {
            query.append(random.nextInt(3) == 0 ? "&" + part : "");
        }
        Permalink.Opened opened = Gallery.open(query.toString());
        return Permalink.query(opened.worksheet(), opened.view());
    }
}
