@rollover
Feature: Tokens bought before and after the update
  Around the update a customer may hold tokens of both keys. What was loaded stays, what was not loaded in time is
  lost, and the first token of the new key must work however small its date has become.

  Background:
    Given a meter with key revision 1 on base date 1993
    And the meter holds 12.5 kWh
    And the two key change codes to key revision 2 on base date 2014

  Rule: After the update the meter takes tokens of the new key

    Scenario: The first token of the new key
      Given a 40.0 kWh credit token "new" under key revision 2 on base date 2014
      When the customer keys in code 1
      And the customer keys in code 2
      And the customer keys in token "new"
      Then the meter accepts it
      And the meter holds 52.5 kWh

    Scenario: The first token of the new key typed twice
      Given a 40.0 kWh credit token "new" under key revision 2 on base date 2014
      When the customer keys in code 1
      And the customer keys in code 2
      And the customer keys in token "new"
      And the customer keys in token "new"
      Then the meter refuses it as used
      And the meter holds 52.5 kWh

    Scenario: A token of the new key typed too early
      Given a 40.0 kWh credit token "new" under key revision 2 on base date 2014
      When the customer keys in token "new"
      Then the meter refuses it
      And the meter holds 12.5 kWh
      When the customer keys in code 1
      And the customer keys in code 2
      And the customer keys in token "new"
      Then the meter accepts it
      And the meter holds 52.5 kWh

    Scenario: Two tokens of the new key in the other order than bought
      Given a 40.0 kWh credit token "first" under key revision 2 on base date 2014
      And a 2.5 kWh credit token "second" under key revision 2 on base date 2014
      When the customer keys in code 1
      And the customer keys in code 2
      And the customer keys in token "second"
      And the customer keys in token "first"
      Then the meter accepts it
      And the meter holds 55.0 kWh

  Rule: A token of the old key that was not loaded before the update is lost

    Scenario: An unused token of the old key
      Given a 25.6 kWh credit token "forgotten"
      When the customer keys in code 1
      And the customer keys in code 2
      And the customer keys in token "forgotten"
      Then the meter refuses it
      And the display shows "Reject"
      And the meter holds 12.5 kWh

    Scenario: A used token of the old key
      Given a 25.6 kWh credit token "loaded"
      When the customer keys in token "loaded"
      And the customer keys in code 1
      And the customer keys in code 2
      And the customer keys in token "loaded"
      Then the meter refuses it
      And the display shows "Reject"
      And the meter holds 38.1 kWh

  Rule: A new key on the same base date keeps the memory of old tokens

    Scenario: A token of the new key from before the meter was made
      Given the two key change codes "same dates" to key revision 2 on base date 1993
      And a 5.0 kWh credit token "new" issued at "2019-12-31 10:00" under key revision 2 on base date 1993
      When the customer keys in code 1 of "same dates"
      And the customer keys in code 2 of "same dates"
      And the customer keys in token "new"
      Then the meter refuses it as old
      And the key revision is 2
      And the meter holds 12.5 kWh
