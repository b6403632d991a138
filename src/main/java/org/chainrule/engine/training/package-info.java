/**
 * Training: many updates, one after another, on flat arrays.
 *
 * <p>{@link Training} runs, {@link Recording} remembers, {@link TrainingLimits} bounds.
 */
@NullMarked
package org.chainrule.engine.training;

import org.jspecify.annotations.NullMarked;
