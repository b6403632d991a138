package org.chainrule.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Locale;
import org.chainrule.worksheet.Worksheet;

class DocumentsFuzzTest {
    /** A document that is read comes back whole, as a document and as a link. */
    @FuzzTest
    void documents(byte[] json) {
        for (Locale locale : Readers.LANGUAGES) {
            Worksheet worksheet = Readers.document(json, locale).isSound().value();
            if (worksheet != null) {
                Writings.bringBack(worksheet);
            }
        }
    }
}
