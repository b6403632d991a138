package org.chainrule.link;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chainrule.notation.Choice;
import org.chainrule.notation.Clash;
import org.chainrule.notation.Deltas;
import org.chainrule.notation.Gradients;
import org.chainrule.notation.Notation;
import org.chainrule.notation.Option;
import org.chainrule.notation.Preset;

/** A notation in a link: a preset, and the choices that are made otherwise: {@code sheet,w.W}. */
public final class NotationText {
    /** The classical preset of older links: δ = ∂E/∂net, and updates at once. */
    private static final String CLASSIC = "classic";

    private NotationText() {}

    /** From the preset that it differs least from; of several, the first. */
    public static String write(Notation notation) {
        Preset nearest =
                Arrays.stream(Preset.values())
                        .min(Comparator.comparingInt(preset -> differing(preset, notation).size()))
                        .orElseThrow();
        return Stream.concat(
                        Stream.of(nearest.key()),
                        differing(nearest, notation).stream()
                                .map(choice -> choice.key() + "." + notation.of(choice).key()))
                .collect(Collectors.joining(","));
    }

    private static List<Choice> differing(Preset preset, Notation notation) {
        return Arrays.stream(Choice.values())
                .filter(choice -> preset.notation().of(choice) != notation.of(choice))
                .toList();
    }

    public static Optional<Notation> read(String text) {
        List<String> parts = List.of(text.split(",", -1));
        Optional<Map<Choice, Option>> base = base(parts.getFirst());
        if (base.isEmpty()) {
            return Optional.empty();
        }
        Map<Choice, Option> chosen = base.get();
        Set<Choice> said = EnumSet.noneOf(Choice.class);
        for (String part : parts.subList(1, parts.size())) {
            String[] sides = part.split("\\.", -1);
            Optional<Choice> choice = Choice.of(sides[0]).filter(said::add);
            Optional<Option> option =
                    choice.filter(_ -> sides.length == 2).flatMap(c -> c.option(sides[1]));
            if (option.isEmpty()) {
                return Optional.empty();
            }
            chosen.put(choice.orElseThrow(), option.get());
        }
        return Clash.of(chosen).isPresent() ? Optional.empty() : Optional.of(new Notation(chosen));
    }

    private static Optional<Map<Choice, Option>> base(String key) {
        Optional<Map<Choice, Option>> base =
                Preset.of(key.equals(CLASSIC) ? Preset.CLASSICAL.key() : key)
                        .map(preset -> new EnumMap<>(preset.notation().chosen()));
        if (key.equals(CLASSIC)) {
            base.ifPresent(chosen -> {
                chosen.put(Choice.GRADIENTS, Gradients.PARTIAL);
                chosen.put(Choice.DELTAS, Deltas.DELTA);
            });
        }
        return base;
    }
}
