@front
Feature: What the customer hears
  A customer who types in the dark, or does not read well, hears what became of the token. The profile says
  which sounds a meter makes; one without a buzzer makes none.

  Background:
    Given a meter with key revision 1 on base date 1993
    And the meter holds 10.0 kWh

  Rule: What became of a token can be heard

    @pi
    Scenario: A token that is accepted
      Given a 25.6 kWh credit token
      When the customer keys in the token
      Then the buzzer gives 1 long beep
      And the meter accepts it

    Scenario: The same token once more
      Given a 25.6 kWh credit token
      When the customer keys in the token
      And the customer keys in the token
      Then the buzzer gives 3 short beeps
      And the meter refuses it as used

    Scenario: A token with a wrong digit
      Given a 25.6 kWh credit token
      When the customer keys in the token with digit 7 wrong
      Then the buzzer gives 3 short beeps

    Scenario: The first of two codes, and the second
      Given the two key change codes to key revision 2 on base date 2014
      When the customer keys in code 1
      Then the buzzer gives 2 short beeps
      And the meter asks for the other code
      When the customer keys in code 2
      Then the buzzer gives 1 long beep
      And the meter accepts it

    Scenario: Nineteen digits and Enter
      When the customer presses "1234 5678 9012 3456 789 #"
      Then the buzzer gives 3 short beeps
      And the display shows "Incomplete"

    @profiles
    Scenario: A meter with sounds of its own
      Given a meter with:
        | name    | value      |
        | profile | landis-gyr |
      And a 25.6 kWh credit token
      When the customer keys in the token
      Then the buzzer gives 2 short beeps
      When the customer keys in the token
      Then the buzzer gives 1 long beep
      And the meter refuses it as used

    @profiles
    Scenario: One code on a meter with sounds of its own
      Given a meter with:
        | name         | value      |
        | profile      | landis-gyr |
        | key revision | 1          |
        | base date    | 1993       |
      And the two key change codes to key revision 2 on base date 2014
      When the customer keys in code 1
      Then the buzzer gives 1 short beep

  Rule: An acceptance that was not stored is not heard

    Scenario: The mains fails while the meter stores the token
      Given a 25.6 kWh credit token
      When the customer keys in the token and the mains fails while the meter stores it
      Then the buzzer stays silent

  Rule: A key that the meter heard sounds once

    Scenario: Each key of a token
      Given a 25.6 kWh credit token
      When the customer keys in the token
      Then the buzzer sounds at each key

    Scenario: One key
      When the customer presses "5"
      Then the buzzer gives 1 short beep

    Scenario: A key that takes a digit back
      When the customer presses "5 *"
      Then the buzzer sounds at each key

    @contacts
    Scenario: A key that bounces
      Given the keys bounce for 10 milliseconds
      When the customer presses "5"
      Then the buzzer gives 1 short beep

    Scenario: A key that is held for two seconds
      When the customer holds "5" for 2000 milliseconds
      Then the buzzer gives 1 short beep

    @profiles
    Scenario: A meter whose keys are silent
      Given a meter with:
        | name    | value      |
        | profile | landis-gyr |
      When the customer presses "5"
      Then the buzzer stays silent

  Rule: A meter that nobody touches is silent

    Scenario: A pause that ends the entry
      When the customer presses "1234"
      And 31 seconds pass
      Then the buzzer stays silent

    Scenario: The credit runs out
      When the load draws 10000 W for 2 hours
      Then the buzzer stays silent
      And the load switch is open

    Scenario: The mains returns
      When the mains fails
      And the mains returns
      Then the buzzer stays silent

    @profiles
    Scenario: A meter without a buzzer
      Given a meter with:
        | name    | value  |
        | profile | conlog |
      And a 25.6 kWh credit token
      When the customer keys in the token
      Then the buzzer stays silent
      And the meter accepts it
