package dev.jongleur;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The house of core, floor by floor. A package that does not exist yet is an empty floor. */
class FloorsTest {

  private static final String DOOR = "dev.jongleur";

  private static final List<String> FROM_THE_GROUND_UP =
      List.of(
          "dev.jongleur.error",
          "dev.jongleur.annotation",
          "dev.jongleur.definition",
          "dev.jongleur.entity",
          "dev.jongleur.query",
          "dev.jongleur.observer",
          "dev.jongleur.mixin",
          "dev.jongleur.policy",
          "dev.jongleur.event",
          "dev.jongleur.connector",
          "dev.jongleur.validation",
          "dev.jongleur.plan",
          "dev.jongleur.memory.tree",
          "dev.jongleur.memory.hash",
          "dev.jongleur.memory.collection",
          "dev.jongleur.memory.plan",
          "dev.jongleur.memory.log.record",
          "dev.jongleur.memory.log.file",
          "dev.jongleur.memory.log",
          "dev.jongleur.memory",
          "dev.jongleur.keyvalue",
          "dev.jongleur.unstored",
          "dev.jongleur.registry",
          "dev.jongleur.admission",
          "dev.jongleur.operation.call",
          "dev.jongleur.operation.step",
          "dev.jongleur.operation.read",
          "dev.jongleur.operation.write",
          "dev.jongleur.relation",
          "dev.jongleur.model",
          "dev.jongleur.tenant",
          "dev.jongleur.governor",
          DOOR);

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(DOOR);

  @Test
  void an_upper_floor_may_use_a_lower_one_never_the_reverse() {
    classes().should(useOnlyTheirOwnFloorAndThoseBelow()).allowEmptyShould(true).check(CORE);
  }

  @Test
  void no_packages_depend_on_each_other_in_a_circle() {
    slices()
        .matching("dev.jongleur.(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(CORE);
  }

  private static ArchCondition<JavaClass> useOnlyTheirOwnFloorAndThoseBelow() {
    return new ArchCondition<>("use only their own floor and those below") {
      @Override
      public void check(JavaClass user, ConditionEvents events) {
        for (Dependency use : user.getDirectDependenciesFromSelf()) {
          JavaClass used = use.getTargetClass().getBaseComponentType();
          if (isOfTheHouse(used)) {
            boolean downwards = floorOf(used) <= floorOf(user);
            events.add(new SimpleConditionEvent(use, downwards, use.getDescription()));
          }
        }
      }
    };
  }

  private static boolean isOfTheHouse(JavaClass type) {
    return type.getPackageName().startsWith(DOOR);
  }

  /** A package that the list does not name fails here: it has to be given its floor. */
  private static int floorOf(JavaClass type) {
    int floor = FROM_THE_GROUND_UP.indexOf(type.getPackageName());
    if (floor < 0) {
      throw new AssertionError(type.getPackageName() + " has no floor: add it to the list");
    }
    return floor;
  }
}
