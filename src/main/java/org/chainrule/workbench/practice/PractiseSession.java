package org.chainrule.workbench.practice;

import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.chainrule.practice.Attempt;
import org.springframework.stereotype.Component;

/** The exercises that a student is at, so that a reload meets the answers again. */
@Component
@VaadinSessionScope
class PractiseSession {
    private static final int MOST = 8;

    private final Map<String, Attempt> attempts =
            new LinkedHashMap<>(MOST, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Attempt> eldest) {
                    return size() > MOST;
                }
            };

    /** The attempt of a tab at the exercise of a link, or a new one. */
    Attempt attempt(String tab, String link, Supplier<Attempt> fresh) {
        return attempts.computeIfAbsent(key(tab, link), _ -> fresh.get());
    }

    private static String key(String tab, String link) {
        return tab + " " + link;
    }
}
