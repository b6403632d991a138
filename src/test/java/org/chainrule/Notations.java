package org.chainrule;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.chainrule.notation.Choice;
import org.chainrule.notation.Clash;
import org.chainrule.notation.Notation;
import org.chainrule.notation.Option;
import org.chainrule.notation.Preset;

/** Notations to try. */
public final class Notations {
    private Notations() {}

    public static Stream<Notation> presets() {
        return Stream.of(Preset.values()).map(Preset::notation);
    }

    /** The presets, and each option of each choice with each option of each other. */
    public static List<Notation> pairs() {
        Set<Notation> found = new LinkedHashSet<>(presets().toList());
        for (Notation preset : presets().toList()) {
            for (Choice one : Choice.values()) {
                for (Option option : one.options()) {
                    for (Choice other : Choice.values()) {
                        for (Option another : other.options()) {
                            Map<Choice, Option> chosen = new EnumMap<>(preset.chosen());
                            chosen.put(one, option);
                            chosen.put(other, another);
                            add(found, chosen);
                        }
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    private static void add(Set<Notation> found, Map<Choice, Option> chosen) {
        if (Clash.of(chosen).isEmpty()) {
            found.add(new Notation(chosen));
        }
    }

    public static Notation random(RandomGenerator random) {
        Map<Choice, Option> chosen = new EnumMap<>(Choice.class);
        do {
            for (Choice choice : Choice.values()) {
                List<Option> options = choice.options();
                chosen.put(choice, options.get(random.nextInt(options.size())));
            }
        } while (Clash.of(chosen).isPresent());
        return new Notation(chosen);
    }
}
