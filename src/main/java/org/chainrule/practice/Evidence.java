package org.chainrule.practice;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** How often each slip was seen in real wrong computations. */
final class Evidence {
    /** Of what was never counted, and yet is known. */
    private static final double UNSEEN = 0.5;

    private static final Map<Slip, Double> COUNTS = read();

    private Evidence() {}

    static double of(Slip slip) {
        return COUNTS.getOrDefault(slip, UNSEEN);
    }

    /** Whether a slip was seen at all. */
    static boolean isSeen(Slip slip) {
        return COUNTS.containsKey(slip);
    }

    private static Map<Slip, Double> read() {
        ResourceBundle counts =
                ResourceBundle.getBundle("org.chainrule.practice.evidence", Locale.ROOT);
        Map<Slip, Double> read = new EnumMap<>(Slip.class);
        for (String id : counts.keySet()) {
            Slip slip = Slip.of(id).orElseThrow(() -> new IllegalStateException("no slip " + id));
            read.put(slip, UNSEEN + Integer.parseInt(counts.getString(id)));
        }
        return read;
    }
}
