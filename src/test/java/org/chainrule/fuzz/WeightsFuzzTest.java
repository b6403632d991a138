package org.chainrule.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Locale;
import org.chainrule.gallery.Gallery;
import org.chainrule.worksheet.Worksheet;

class WeightsFuzzTest {
    /** What comes of weights is a worksheet that can be written and read. */
    @FuzzTest
    void weights(byte[] json) {
        for (Locale locale : Readers.LANGUAGES) {
            Worksheet worksheet = Readers.weights(json, Gallery.first(), locale).isSound().value();
            if (worksheet != null) {
                Writings.bringBack(worksheet);
            }
        }
    }
}
