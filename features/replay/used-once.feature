@replay
Feature: A token counts once
  Twenty digits on paper can be typed again tomorrow, or read out to a neighbour. The meter remembers what it has
  taken, so a token is worth its energy once and never twice.

  Background:
    Given a meter with key revision 1 on base date 1993
    And the meter holds 10.0 kWh

  Rule: A token that was accepted is refused as used when it is typed again

    @pi
    Scenario: The same token at once
      Given a 25.6 kWh credit token
      When the customer keys in the token
      And the customer keys in the token
      Then the meter refuses it as used
      And the meter holds 35.6 kWh

    Scenario: The same token thirty days later
      Given a 25.6 kWh credit token
      When the customer keys in the token
      And 30 days pass
      And the customer keys in the token
      Then the meter refuses it as used
      And the meter holds 35.6 kWh

    Scenario: The same token after another one
      Given a 25.6 kWh credit token "A"
      And a 5.0 kWh credit token "B"
      When the customer keys in token "A"
      And the customer keys in token "B"
      And the customer keys in token "A"
      Then the meter refuses it as used
      And the meter holds 40.6 kWh

    Scenario: The older of two tokens, typed after the newer one and then again
      Given a 25.6 kWh credit token "older" issued at "2024-10-31 10:00"
      And a 5.0 kWh credit token "newer" issued at "2024-11-01 07:00"
      When the customer keys in token "newer"
      And the customer keys in token "older"
      And the customer keys in token "older"
      Then the meter refuses it as used
      And the meter holds 40.6 kWh

    Scenario: The same token after its credit was used up
      Given a 25.6 kWh credit token
      When the customer keys in the token
      And the load draws 10000 W for 4 hours
      And the customer keys in the token
      Then the meter refuses it as used
      And the meter holds 0.0 kWh
      And the load switch is open

  Rule: A token that was refused is not used

    Scenario: A token mistyped twice and then typed right
      Given a 25.6 kWh credit token
      When the customer keys in the token with digit 3 wrong
      And the customer keys in the token with digit 18 wrong
      And the customer keys in the token
      Then the meter accepts it
      And the meter holds 35.6 kWh

  Rule: A test token may be typed as often as anybody likes

    Scenario: The key revision is asked for twice
      When the customer keys in "1844 6744 0738 4377 2416"
      And the customer keys in "1844 6744 0738 4377 2416"
      Then the meter accepts it
      And the display shows "1"
      And the meter holds 10.0 kWh
