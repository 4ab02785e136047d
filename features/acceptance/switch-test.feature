@acceptance @profiles
Feature: The test tokens of commissioning
  Before an installer leaves, public test tokens show that display, keypad and load switch work. The test of the load
  switch moves it on some makers' meters, and must leave it as it was. (Source: IEC 62055-41, InitiateMeterTest/Display;
  Landis+Gyr, user guide of the Cashpower Sabre Mk 5: "open the load switch"; for how long is a setting [A].)

  Background:
    Given a meter with:
      | name    | value      |
      | profile | acceptance |
    And the meter holds 10.0 kWh

  Rule: The test of the load switch opens it for ten seconds, and then it is as it was

    Scenario: It opens, and says so
      When the customer keys in "0000 0000 0001 5099 7584"
      Then the meter accepts it
      And the display shows "Switch open"
      And the house has no power
      And the fault LED is off

    Scenario: It closes again by itself
      When the customer keys in "0000 0000 0001 5099 7584"
      And 11 seconds pass
      Then the house has power
      And the display reads:
        """
        10.0 kWh
        """
      And the load switch has operated 2 times
      And the fault LED is off

    Scenario: Nothing is charged while it is open
      When the load draws 3600 W from now on
      And the customer keys in "0000 0000 0001 5099 7584"
      And 9 seconds pass
      Then the meter holds between 9.9 and 10.0 kWh
      When 12 seconds pass
      And the load draws 0 W from now on
      Then the house has power

    Scenario: A power cut in the middle of the test
      When the customer keys in "0000 0000 0001 5099 7584"
      And the mains fails
      And the mains returns
      And 11 seconds pass
      Then the house has power
      And the meter holds 10.0 kWh

    Scenario: Credit that is bought meanwhile does not end it early
      Given a 25.6 kWh credit token
      When the customer keys in "0000 0000 0001 5099 7584"
      And the customer keys in the token
      Then the house has no power
      When 10 seconds pass
      Then the house has power
      And the meter holds 35.6 kWh

  Rule: A load switch that is open for want of credit stays open through the test

    Scenario: On an empty meter
      Given a clear credit token
      When the customer keys in the token
      And the customer keys in "0000 0000 0001 5099 7584"
      And 20 seconds pass
      Then the load switch is open
      And the load switch has operated 1 time

  Rule: The tests of display, keypad and readings change nothing

    Scenario Outline: <what>
      Given the token for test <test>
      When the customer keys in the token
      Then the meter accepts it
      And the display shows "<answer>"
      And the meter holds 10.0 kWh
      And the load switch is closed
      And the load switch has operated 0 times

      Examples:
        | what              | test | answer           |
        | The display       | 2    | 8888888888888888 |
        | The keypad        | 6    | Keypad           |
        | The energy so far | 3    | 0.0 kWh          |
        | The tamper status | 8    | Tamper 0         |
        | The power now     | 9    | 0 W              |

    Scenario: On a make whose test only shows the switch
      Given a meter with:
        | name    | value   |
        | profile | generic |
      When the customer keys in "0000 0000 0001 5099 7584"
      Then the display shows "Switch closed"
      And the house has power
