package org.chainrule.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.chainrule.link.Ignored;
import org.springframework.web.util.UriUtils;

/** The header that names the parts of a query which were left aside. */
final class IgnoredHeader {
    static final String NAME = "Chainrule-Ignored";
    static final String DESCRIPTION =
            "The parts of the query that are no part of the format and were left aside,"
                    + " percent-encoded: 20 at most, then + and how many more there were";

    private static final int LONGEST = 2_000;

    private IgnoredHeader() {}

    static String of(Ignored ignored) {
        List<String> names = new ArrayList<>();
        int length = 0;
        for (String name : ignored.names()) {
            String encoded = UriUtils.encode(name, StandardCharsets.UTF_8);
            length += encoded.length();
            if (length > LONGEST) {
                break;
            }
            names.add(encoded);
        }
        int more = ignored.more() + ignored.names().size() - names.size();
        if (more > 0) {
            names.add("+" + more);
        }
        return String.join(", ", names);
    }
}
