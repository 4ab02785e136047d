@lockout
Feature: Lockout differs between makers
  Some meters never lock, some count every refusal. A laboratory must be able to see which kind it is testing.

  Rule: A meter of the profile generic never locks

    Scenario: Twelve wrong tokens
      Given the meter holds 10.0 kWh
      And a 25.6 kWh credit token
      When the customer keys in 12 wrong tokens, each as soon as the meter takes one
      And the customer keys in the token
      Then the meter accepts it
      And the meter holds 35.6 kWh

  Rule: Where every refusal counts, used tokens lock the meter too

    Scenario: A used token five times
      Given a meter with:
        | name    | value |
        | profile | money |
      And a credit token "bought" of 100.00 in currency
      And a credit token "second" of 50.00 in currency
      When the customer keys in token "bought"
      And the customer keys in token "bought"
      And the customer keys in token "bought"
      And the customer keys in token "bought"
      And the customer keys in token "bought"
      And the customer keys in token "bought"
      Then the meter refuses it as used
      When the customer keys in token "second"
      Then the meter refuses it
      And the display shows "Locked"
      And the meter holds 100.01 in currency

  Rule: A token that is tried while the meter is locked does not count

    Scenario: A good token twice in the first minute and once after it
      Given a meter with:
        | name    | value |
        | profile | money |
      And a credit token of 50.00 in currency
      When the customer keys in 5 wrong tokens, each as soon as the meter takes one
      And the customer keys in the token
      And the customer keys in the token
      Then the meter refuses it
      And the display shows "Locked"
      When 60 seconds pass
      And the customer keys in the token
      Then the meter accepts it
      And the meter holds 50.01 in currency

  Rule: On a meter of the profile money the doubling ends at an hour

    Background:
      Given a meter with:
        | name    | value |
        | profile | money |
      And a credit token of 50.00 in currency

    Scenario: A minute before the hour is over
      When the customer keys in 11 wrong tokens, each as soon as the meter takes one
      And 59 minutes pass
      And the customer keys in the token
      Then the meter refuses it
      And the display shows "Locked"

    Scenario: When the hour is over
      When the customer keys in 11 wrong tokens, each as soon as the meter takes one
      And 1 hour passes
      And the customer keys in the token
      Then the meter accepts it
